import { cpSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Plugin } from 'esbuild'
import { buildCloudfunctions } from '../../../scripts/build/cloudfunctions'
import { functionBundles, startSystem, type System } from '../../support/system'

/** What the office changes in one file of cloudfunctions/matters: the parsed file before → after. */
export type FormEdit = (file: unknown) => unknown

/** A system whose form files the office changes and deploys. */
export interface FormSystem extends System {
  /**
   * Deploys the functions with these files (`nurse-registration/form.json`) changed, and all others as they lie there.
   * @param name of the change: it is built once, however often it is deployed; '' = no change
   */
  deploy(name: string, edits: Readonly<Record<string, FormEdit>>): Promise<void>
}

export const startFormSystem = (): Promise<FormSystem> => withOwnForms(startSystem)

/** The same of anything that starts from a folder of function bundles, e.g. the app in a browser. */
export async function withOwnForms<S extends System>(
  start: (options: { functionsDir: string }) => Promise<S>,
): Promise<S & FormSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'tjgx-forms-'))
  const functionsDir = join(folder, 'functions')
  cpSync(await functionBundles(), functionsDir, { recursive: true })
  const system = await start({ functionsDir })
  const built = new Map([['', functionBundles()]])
  const build = async (name: string, edits: Readonly<Record<string, FormEdit>>): Promise<string> => {
    const outDir = join(folder, name)
    await buildCloudfunctions({ outDir, plugins: [editing(edits)] })
    return outDir
  }
  return {
    ...system,
    async deploy(name, edits) {
      const bundles = built.get(name) ?? build(name, edits)
      built.set(name, bundles)
      cpSync(await bundles, functionsDir, { recursive: true })
      system.cloud.reload()
    },
    async close() {
      await system.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The form files are read into the bundles: there they are changed, not in the checkout. */
const editing = (edits: Readonly<Record<string, FormEdit>>): Plugin => ({
  name: 'edited-forms',
  setup(build) {
    build.onLoad({ filter: /cloudfunctions[\\/]matters[\\/][^\\/]+[\\/][^\\/]+\.json$/ }, ({ path }) => {
      const edit = edits[`${basename(dirname(path))}/${basename(path)}`]
      if (!edit) return undefined
      return { contents: JSON.stringify(edit(JSON.parse(readFileSync(path, 'utf8')))), loader: 'json' }
    })
  },
})
