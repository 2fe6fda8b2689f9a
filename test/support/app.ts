import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import privacy from '../../deploy/privacy.json'
import { buildBrowserHost, serveBrowserHost } from '../../sandbox/wechat'
import { MINIPROGRAM } from '../../scripts/build/paths'
import { startSystem, type System } from './system'

/** The whole system with the mini-program in a browser, as `npm start` has it. */
export interface App extends System {
  /** Address of the mini-program. */
  readonly url: string
  /** WeChat has fetched a new version of the mini-program, or could not. */
  announceVersion(isReady: boolean): void
}

/** The pages for the browser: those that `npm test` has built for the whole run, or else built into a folder. */
async function browserPages(dir: string): Promise<string> {
  const built = process.env['BROWSER_PAGES']
  if (built) return built
  await buildBrowserHost({ miniprogramRoot: MINIPROGRAM, outDir: dir })
  return dir
}

/** Builds the pages and starts everything on free ports with fresh data. The caller closes it. */
export async function startApp(options: Parameters<typeof startSystem>[0] = {}): Promise<App> {
  const dir = await mkdtemp(join(tmpdir(), 'tjgx-browser-'))
  const pages = await browserPages(dir)
  const system = await startSystem(options)
  const host = await serveBrowserHost({
    dir: pages,
    gatewayUrl: system.cloud.url,
    deskUrl: `${system.provider.url}/desk/`,
    privacyTypes: privacy.map(({ type }) => type),
  })
  return {
    ...system,
    url: host.url,
    announceVersion: (isReady) => host.announceVersion(isReady),
    async close() {
      await host.close()
      await system.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
