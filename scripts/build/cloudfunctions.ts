import { build, type Metafile, type Plugin, transform } from 'esbuild'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import manifest from '../../package.json'
import { DEPLOY, ROOT } from './paths'
import { copyPrintFonts } from './print-fonts'

/** Typed by Node; the global `require` has another type where the mini-program's typings are loaded too (tests). */
const { resolve } = createRequire(__filename)

const SOURCE = join(ROOT, 'cloudfunctions')

/** Runtime that WeChat Cloud offers and that the sandbox runs. */
const TARGET = 'node20'

/** The oldest Node that the functions run on, e.g. `20.19`: that of the whole project. */
const MINIMUM_NODE = manifest.engines.node.replace('>=', '')

/** index.js: looks at Node, then loads the code beside it. ES5, see there. */
async function entryOf(name: string): Promise<string> {
  const source = await readFile(join(SOURCE, 'kernel', 'entry.cjs'), 'utf8')
  const define = { MINIMUM_NODE: JSON.stringify(MINIMUM_NODE), FUNCTION_NAME: JSON.stringify(name) }
  return (await transform(source, { define, target: 'es5', minifySyntax: true })).code
}

/** One CommonJS file with everything in it, kept in memory, with a list of what went in. */
const BUNDLE = {
  bundle: true,
  platform: 'node',
  target: TARGET,
  format: 'cjs',
  write: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'silent',
  absWorkingDir: ROOT,
} as const

/** One function in deploy/functions.json. */
interface FunctionSettings {
  readonly memoryMB: number
  readonly timeoutMs: number
  /** One at most: WeChat Cloud takes no second trigger. */
  readonly timer?: { readonly name: string; readonly cron: string }
  readonly openapi?: readonly string[]
}

export interface BuiltFunction {
  readonly name: string
  /** Bytes of function.js. */
  readonly bytes: number
  /** Folders of the npm packages inside, `node_modules/axios`. */
  readonly packages: readonly string[]
  /** File beside it that is loaded when it is needed → its bytes. */
  readonly lazy: Readonly<Record<string, number>>
}

/** `api 402 KB, sdk.js 2310 KB`: what a function weighs, the lazily loaded files apart. */
export function sizesText({ name, bytes, lazy }: BuiltFunction): string {
  const files = [[name, bytes] as const, ...Object.entries(lazy)]
  return files.map(([file, size]) => `${file} ${(size / 1024).toFixed(0)} KB`).join(', ')
}

/**
 * Packages that go to a file of their own beside function.js, so that a call which does not need them does not pay for
 * loading them (platform.md: spawn → first reply 129 ms against 264 ms for the SDK). The code must import() them.
 */
const BESIDE: Readonly<Record<string, string>> = {
  'wx-server-sdk': 'sdk.js',
  exceljs: 'exceljs.js',
  pdfkit: 'pdfkit.js',
}

const beside: Plugin = {
  name: 'beside',
  setup(b) {
    b.onResolve({ filter: new RegExp(`^(${Object.keys(BESIDE).join('|')})$`) }, ({ path }) => ({
      path: `./${BESIDE[path]}`,
      external: true,
    }))
  },
}

/** The deployed functions with their settings, as deploy/functions.json names them. */
async function deployedFunctions(): Promise<[string, FunctionSettings][]> {
  const text = await readFile(join(DEPLOY, 'functions.json'), 'utf8')
  return Object.entries(JSON.parse(text) as Record<string, FunctionSettings>)
}

/** Folders of the npm packages inside a bundle, e.g. `node_modules/axios`; two versions of one package are two folders. */
const bundledFolders = (metafile: Metafile): readonly string[] => [
  ...new Set(
    Object.keys(metafile.inputs).flatMap(
      (input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? [],
    ),
  ),
]

/** Packages with their versions, e.g. {axios: '1.21.1'}; several versions stand behind each other. */
function versionsOf(folders: readonly string[]): Record<string, string> {
  const versions: Record<string, string> = {}
  for (const folder of [...folders].sort()) {
    const text = readFileSync(join(ROOT, folder, 'package.json'), 'utf8')
    const { name, version } = JSON.parse(text) as { name: string; version: string }
    const before = versions[name]
    if (before?.split(', ').includes(version)) continue
    versions[name] = before === undefined ? version : `${before}, ${version}`
  }
  return versions
}

/** config.json as WeChat Cloud reads it: timeout in seconds, memory in MB, timer, openapi permissions. */
function toConfig(settings: FunctionSettings): object {
  return {
    timeout: Math.ceil(settings.timeoutMs / 1000),
    memorySize: settings.memoryMB,
    permissions: { openapi: settings.openapi ?? [] },
    triggers: settings.timer ? [{ name: settings.timer.name, type: 'timer', config: settings.timer.cron }] : [],
  }
}

interface BesideBundle {
  readonly file: string
  readonly code: Uint8Array
  readonly folders: readonly string[]
}

const besideBundles = new Map<string, Promise<BesideBundle>>()

/** Such a package never changes while a build process lives: it is bundled once and written to every function. */
function bundleBeside(name: string, file: string): Promise<BesideBundle> {
  const known = besideBundles.get(name)
  if (known) return known
  const bundle = build({ entryPoints: [resolve(name)], ...BUNDLE }).then((result) => ({
    file,
    code: result.outputFiles[0]?.contents ?? new Uint8Array(),
    folders: bundledFolders(result.metafile),
  }))
  besideBundles.set(name, bundle)
  return bundle
}

/** Of a function with what lies beside it. */
const allFolders = (of: { folders: readonly string[]; lazy: readonly BesideBundle[] }): readonly string[] => [
  ...new Set([...of.folders, ...of.lazy.flatMap(({ folders }) => folders)]),
]

/** The packages beside a bundle: those that it asks for. */
function besideOf(metafile: Metafile): Promise<readonly BesideBundle[]> {
  const asked = new Set(Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path)))
  const wanted = Object.entries(BESIDE).filter(([, file]) => asked.has(`./${file}`))
  return Promise.all(wanted.map(([name, file]) => bundleBeside(name, file)))
}

/**
 * Bundles every function to `<outDir>/<name>/{index.js,function.js,package.json,config.json}` and the packages beside it, ready to upload.
 * `outDir` is replaced as a whole only after every bundle succeeded.
 * Throws esbuild's BuildFailure (file, line, column in its message) for a broken source.
 */
export async function buildCloudfunctions(options: {
  outDir: string
  /** What else takes part in bundling, for tests. */
  plugins?: readonly Plugin[]
}): Promise<BuiltFunction[]> {
  const bundles = await Promise.all(
    (await deployedFunctions()).map(async ([name, own]) => {
      const result = await build({
        entryPoints: [join(SOURCE, name, 'index.ts')],
        ...BUNDLE,
        plugins: [...(options.plugins ?? []), beside],
        // A real import() of sdk.js would have Node's module lexer read all of it first: 80 ms of a 250 ms cold start.
        supported: { 'dynamic-import': false },
        // Packages that offer both: the ES module build is the one that tree-shakes.
        mainFields: ['module', 'main'],
      })
      return {
        name,
        own,
        code: result.outputFiles[0]?.contents ?? new Uint8Array(),
        folders: bundledFolders(result.metafile),
        lazy: await besideOf(result.metafile),
      }
    }),
  )
  await rm(options.outDir, { recursive: true, force: true })
  for (const { name, own, code, folders, lazy } of bundles) {
    const dir = join(options.outDir, name)
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'index.js'), await entryOf(name))
    await writeFile(join(dir, 'function.js'), code)
    for (const other of lazy) await writeFile(join(dir, other.file), other.code)
    if (lazy.some(({ file }) => file === BESIDE.pdfkit)) await copyPrintFonts(dir)
    // Nothing to install in the cloud: the packages are inside the bundles, named here for audits.
    const bundled = versionsOf(allFolders({ folders, lazy }))
    await writeFile(
      join(dir, 'package.json'),
      `${JSON.stringify({ name, version: '1.0.0', main: 'index.js', engines: manifest.engines, bundled }, null, 2)}\n`,
    )
    await writeFile(join(dir, 'config.json'), `${JSON.stringify(toConfig(own), null, 2)}\n`)
  }
  return bundles.map(({ name, code, folders, lazy }) => ({
    name,
    packages: allFolders({ folders, lazy }),
    bytes: code.byteLength,
    lazy: Object.fromEntries(lazy.map((other) => [other.file, other.code.byteLength])),
  }))
}
