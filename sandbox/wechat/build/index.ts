import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ComponentConfig } from '../runtime/program'
import { BuildError, lineOf } from './build-error'
import { bundlePage, bundleProgram } from './bundle'
import { collectSources, type CollectedSources, type ComponentSource } from './collect-components'
import { NpmResolution } from './npm-resolution'
import { compileStyle } from './styles'
import { compileTemplates } from './templates'
import { checkWxUses } from './wx-usage'

export { BuildError } from './build-error'

export interface BuildReport {
  pages: number
  components: number
  /** Warnings of the template compiler about the program's own templates. */
  warnings: string[]
  /** Size of the bundle, in bytes. */
  bytes: number
  milliseconds: number
}

const ASSET = /\.(png|jpe?g|gif|svg|webp|mp3|mp4|ttf|woff2?)$/i

/** Components that say nothing are isolated; pages and components that say `shared` are not. */
function isIsolated(config: ComponentConfig): boolean {
  const fallback = config.component === true ? (config.addGlobalClass === true ? 'apply-shared' : 'isolated') : 'shared'
  return ['isolated', 'apply-shared'].includes(config.styleIsolation ?? fallback)
}

interface StyledComponent {
  source: ComponentSource
  scope: string | undefined
  css: string
}

function styleComponents(components: readonly ComponentSource[], npm: NpmResolution): Promise<StyledComponent[]> {
  return Promise.all(
    components.map(async (source, index) => {
      const scope = !source.isPage && isIsolated(source.config) ? `s${index.toString(36)}` : undefined
      const css = await compileStyle(`${source.base}.wxss`, npm, { scope, hostPath: source.logical })
      return { source, scope, css }
    }),
  )
}

function entryScript(
  sources: CollectedSources,
  templates: string,
  appCss: string,
  styled: readonly StyledComponent[],
): string {
  const components = styled.map(({ source, scope, css }) => {
    const facts = { path: source.logical, config: source.config, scope, css, isPage: source.isPage }
    return `{ ...${JSON.stringify(facts)}, run: () => require(${JSON.stringify(source.script)}) }`
  })
  return `import { boot } from './boot'
boot({
  app: ${JSON.stringify(sources.app)},
  themes: ${JSON.stringify(sources.themes)},
  appCss: ${JSON.stringify(appCss)},
  pages: ${JSON.stringify(sources.pages)},
  templates: ${templates},
  runApp: () => require(${JSON.stringify(sources.appScript)}),
  components: [${components.join(',\n')}],
})`
}

function checkTabs({ app, pages }: CollectedSources, root: string): void {
  const appJson = join(root, 'app.json')
  for (const { pagePath } of app.tabBar?.list ?? []) {
    if (!pages.includes(pagePath))
      throw new BuildError(appJson, lineOf(appJson, pagePath), `tab "${pagePath}" is no page`)
  }
}

function copyAssets(root: string, target: string): void {
  cpSync(root, target, {
    recursive: true,
    filter: (file) => !file.includes('miniprogram_npm') && (statSync(file).isDirectory() || ASSET.test(file)),
  })
}

/**
 * Builds a mini-program for the browser. The last good build stays in place when this one fails.
 * @throws BuildError whose message starts with `file:line`
 */
export async function buildBrowserHost(options: { miniprogramRoot: string; outDir: string }): Promise<BuildReport> {
  const startedAt = Date.now()
  const root = resolve(options.miniprogramRoot)
  const outDir = resolve(options.outDir)
  const next = `${outDir}.next`
  const npm = new NpmResolution(root)
  const sources = collectSources(npm)
  checkTabs(sources, root)
  checkWxUses(root)
  const templates = compileTemplates(sources.components, npm)
  const styled = await styleComponents(sources.components, npm)
  const appCss = await compileStyle(join(root, 'app.wxss'), npm, { hostPath: 'app' })
  rmSync(next, { recursive: true, force: true })
  mkdirSync(join(next, 'app'), { recursive: true })
  const bundle = join(next, 'app', 'program.js')
  await bundleProgram(entryScript(sources, templates.code, appCss, styled), npm, bundle)
  await bundlePage('phone', join(next, 'phone.js'))
  await bundlePage('phone-frame', join(next, 'phone-frame.js'))
  copyAssets(root, join(next, 'app'))
  if (existsSync(outDir)) rmSync(outDir, { recursive: true })
  renameSync(next, outDir)
  return {
    pages: sources.pages.length,
    components: sources.components.length - sources.pages.length,
    warnings: templates.warnings,
    bytes: statSync(join(outDir, 'app', 'program.js')).size,
    milliseconds: Date.now() - startedAt,
  }
}
