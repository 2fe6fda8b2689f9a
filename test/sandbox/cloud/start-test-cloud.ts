import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../../sandbox/cloud'

const FIXTURES = join(__dirname, 'fixtures')

export interface TestCloud extends Cloud {
  readonly folder: string
  /** Built functions; a copy that a test may change. `<folder>/deploy` is one too. */
  readonly functionsDir: string
  readonly log: string[]
  /** Closes this cloud and opens it again on the same data. */
  restart(): Promise<TestCloud>
  /** Closes the cloud and removes its data. */
  dispose(): Promise<void>
}

async function openCloud(folder: string, env: Record<string, string>): Promise<TestCloud> {
  const log: string[] = []
  const functionsDir = join(folder, 'functions')
  const cloud = await startCloud({
    dataDir: join(folder, 'data'),
    functionsDir,
    deployDir: join(folder, 'deploy'),
    env: { SDK_PATH: createRequire(__filename).resolve('wx-server-sdk'), ...env },
    log: (line) => log.push(line),
  })
  return {
    ...cloud,
    folder,
    functionsDir,
    log,
    restart: async () => {
      await cloud.close()
      return openCloud(folder, env)
    },
    dispose: async () => {
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A cloud of its own in a temporary folder, with the fixture functions and deploy files. */
export function startTestCloud(env: Record<string, string> = {}): Promise<TestCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-cloud-'))
  cpSync(FIXTURES, folder, { recursive: true })
  return openCloud(folder, env)
}

/** Waits until the check no longer throws; then its last error counts. For what other processes do in their own time. */
export async function eventually(check: () => void, timeoutMs = 5000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      check()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
