import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { createContext, runInContext, type Context } from 'node:vm'
import { packedScripts } from '../build/npm-packages'
import { MINIPROGRAM } from '../build/paths'

const NPM = join(MINIPROGRAM, 'miniprogram_npm')

/** wx as far as a library touches it while loading: every member is a function that answers what a device says of itself. */
const DEVICE = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  platform: 'android',
  system: 'Android 14',
  windowWidth: 375,
  pixelRatio: 2,
}
const wx = new Proxy({}, { get: () => () => DEVICE })

/** What WeChat's JavaScript engine offers and nothing more: no Node globals, no Intl, no BigInt. */
function bareContext(): Context {
  const none = (): undefined => undefined
  const context = createContext({
    wx,
    Component: none,
    Behavior: (definition: unknown) => definition,
    Page: none,
    App: none,
    getApp: () => ({}),
    getCurrentPages: () => [],
    console: { log: none, warn: none, error: none, info: none },
    setTimeout: none,
    clearTimeout: none,
    setInterval: none,
    clearInterval: none,
  })
  runInContext('delete globalThis.Intl; delete globalThis.BigInt; delete globalThis.WebAssembly', context)
  return context
}

/** WeChat's rule: a bare name is looked for in each miniprogram_npm up the tree, as a file or as a folder's index.js. */
function resolve(from: string, name: string, exists: (file: string) => boolean): string {
  const candidates: string[] = []
  if (name.startsWith('.')) candidates.push(posix.join(dirname(from), name))
  else {
    const parts = dirname(from).split('/')
    for (let n = parts.length; n > 0; n--) candidates.push(posix.join(...parts.slice(0, n), 'miniprogram_npm', name))
    candidates.push(name)
  }
  for (const c of candidates) for (const file of [c, `${c}.js`, `${c}/index.js`]) if (exists(file)) return file
  throw new Error(`cannot find "${name}"`)
}

/** Loads every packed npm file in a bare context. Returns one line per file that does not load; empty = all load. */
export async function filesThatDoNotLoad(only: (file: string) => boolean): Promise<string[]> {
  const all = new Set(await packedScripts())
  const complaints: string[] = []
  const context = bareContext()
  const loaded = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const known = loaded.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    loaded.set(file, module)
    const code = `(function (module, exports, require) {${readFileSync(join(NPM, file), 'utf8')}\n})`
    const run = runInContext(code, context, { filename: file }) as (m: unknown, e: unknown, r: unknown) => void
    run(module, module.exports, (name: string) => load(resolve(file, name, (f) => all.has(f))))
    return module.exports
  }
  for (const file of [...all].filter(only)) {
    try {
      load(file)
    } catch (error) {
      complaints.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return complaints
}
