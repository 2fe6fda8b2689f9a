import { build, type Metafile, type Plugin } from 'esbuild'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DEPLOY, ROOT } from './paths'

/** Typed by Node; the global `require` has another type where the mini-program's typings are loaded too (tests). */
const { resolve } = createRequire(__filename)

const SOURCE = join(ROOT, 'cloudfunctions')

/** Runtime that WeChat Cloud offers and that the sandbox runs. */
const TARGET = 'node20'

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
  readonly timers?: readonly { readonly name: string; readonly cron: string }[]
  readonly openapi?: readonly string[]
}

export interface BuiltFunction {
  readonly name: string
  /** Bytes of index.js, without the SDK. */
  readonly bytes: number
  /** Bytes of the lazily loaded sdk.js. */
  readonly sdkBytes: number
}

/**
 * wx-server-sdk goes to a file of its own beside index.js, so that a call which needs no cloud capability
 * does not pay for loading it (platform.md: spawn → first reply 129 ms against 264 ms).
 */
const sdkBeside: Plugin = {
  name: 'sdk-beside',
  setup(b) {
    b.onResolve({ filter: /^wx-server-sdk$/ }, () => ({ path: './sdk.js', external: true }))
  },
}

/** The deployed functions with their settings, as deploy/functions.json names them. */
async function deployedFunctions(): Promise<[string, FunctionSettings][]> {
  const text = await readFile(join(DEPLOY, 'functions.json'), 'utf8')
  return Object.entries(JSON.parse(text) as Record<string, FunctionSettings>)
}

/** npm packages inside a bundle with their versions, e.g. {axios: '1.21.1'}. */
async function bundledPackages(metafile: Metafile): Promise<Record<string, string>> {
  const names = new Set<string>()
  for (const input of Object.keys(metafile.inputs)) {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)
    if (match?.[1]) names.add(match[1])
  }
  const versions: Record<string, string> = {}
  for (const name of [...names].sort()) {
    const file = join(ROOT, 'node_modules', name, 'package.json')
    if (existsSync(file)) versions[name] = (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
  }
  return versions
}

/** config.json as WeChat Cloud reads it: timeout in seconds, memory in MB, timers, openapi permissions. */
function toConfig(settings: FunctionSettings): object {
  return {
    timeout: Math.ceil(settings.timeoutMs / 1000),
    memorySize: settings.memoryMB,
    permissions: { openapi: settings.openapi ?? [] },
    triggers: (settings.timers ?? []).map((t) => ({ name: t.name, type: 'timer', config: t.cron })),
  }
}

let sdkBundle: Promise<{ text: string; packages: Record<string, string> }> | undefined

/** The SDK never changes while a build process lives: it is bundled once and written to every function. */
function bundleSdk(): Promise<{ text: string; packages: Record<string, string> }> {
  sdkBundle ??= build({
    entryPoints: [resolve('wx-server-sdk')],
    ...BUNDLE,
  }).then(async (result) => ({
    text: result.outputFiles[0]?.text ?? '',
    packages: await bundledPackages(result.metafile),
  }))
  return sdkBundle
}

/**
 * Bundles every function to `<outDir>/<name>/{index.js,sdk.js,package.json,config.json}`, ready to upload.
 * `outDir` is replaced as a whole only after every bundle succeeded.
 * Throws esbuild's BuildFailure (file, line, column in its message) for a broken source.
 */
export async function buildCloudfunctions(options: { outDir: string }): Promise<BuiltFunction[]> {
  const sdk = await bundleSdk()
  const bundles = await Promise.all(
    (await deployedFunctions()).map(async ([name, own]) => {
      const result = await build({
        entryPoints: [join(SOURCE, name, 'index.ts')],
        ...BUNDLE,
        plugins: [sdkBeside],
        // A real import() of sdk.js would have Node's module lexer read all of it first: 80 ms of a 250 ms cold start.
        supported: { 'dynamic-import': false },
        // Packages that offer both: the ES module build is the one that tree-shakes.
        mainFields: ['module', 'main'],
      })
      return {
        name,
        own,
        code: result.outputFiles[0]?.contents ?? new Uint8Array(),
        packages: await bundledPackages(result.metafile),
      }
    }),
  )
  await rm(options.outDir, { recursive: true, force: true })
  for (const { name, own, code, packages } of bundles) {
    const dir = join(options.outDir, name)
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'index.js'), code)
    await writeFile(join(dir, 'sdk.js'), sdk.text)
    // Nothing to install in the cloud: the packages are inside the bundle, named here for audits.
    const manifest = { name, version: '1.0.0', main: 'index.js', bundled: { ...sdk.packages, ...packages } }
    await writeFile(join(dir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await writeFile(join(dir, 'config.json'), `${JSON.stringify(toConfig(own), null, 2)}\n`)
  }
  return bundles.map((b) => ({ name: b.name, bytes: b.code.byteLength, sdkBytes: Buffer.byteLength(sdk.text) }))
}
