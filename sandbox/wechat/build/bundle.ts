import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import esbuild, { type Plugin } from 'esbuild'
import { BuildError } from './build-error'
import { type NpmResolution } from './npm-resolution'

const RUNTIME = resolve(__dirname, '../runtime')

/** Constants that Taro's packages expect from Taro's own bundler. */
const TARO_DEFINES = {
  'process.env.TARO_ENV': '"h5"',
  'process.env.NODE_ENV': '"production"',
  'process.env.SUPPORT_TARO_POLYFILL': '"disabled"',
  'process.env.TARO_PLATFORM': '"web"',
  'process.env.TARO_VERSION': '"4"',
  ENABLE_INNER_HTML: 'false',
  ENABLE_ADJACENT_HTML: 'false',
  ENABLE_SIZE_APIS: 'false',
  ENABLE_TEMPLATE_CONTENT: 'false',
  ENABLE_CLONE_NODE: 'false',
  ENABLE_CONTAINS: 'false',
  ENABLE_MUTATION_OBSERVER: 'false',
  DEPRECATED_ADAPTER_COMPONENT: 'false',
}

const PACKED = 'miniprogram_dist'

/** A package's own vendored dependency (`miniprogram_dist/miniprogram_npm`). */
function vendored(importer: string, specifier: string): string | undefined {
  const at = importer.indexOf(PACKED)
  if (at < 0) return undefined
  const base = join(importer.slice(0, at + PACKED.length), 'miniprogram_npm', specifier)
  return [`${base}.js`, join(base, 'index.js')].find((file) => existsSync(file))
}

function miniProgramResolution(npm: NpmResolution): Plugin {
  return {
    name: 'mini-program-resolution',
    setup(build) {
      build.onResolve({ filter: /^@tarojs\/taro$/ }, () => ({ path: join(RUNTIME, 'taro-shim.ts') }))
      build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        const found = vendored(importer, path) ?? (importer.startsWith(npm.root) ? npm.findScript(path) : undefined)
        return found === undefined ? undefined : { path: found }
      })
    },
  }
}

function toBuildError(cause: unknown): unknown {
  const [first] = (cause as { errors?: esbuild.Message[] }).errors ?? []
  if (!first) return cause
  return new BuildError(resolve(first.location?.file ?? 'the bundle'), first.location?.line, first.text)
}

/** Bundles the generated entry (the whole program and the runtime) into one script for the browser. */
export async function bundleProgram(entry: string, npm: NpmResolution, outfile: string): Promise<void> {
  try {
    await esbuild.build({
      stdin: { contents: entry, resolveDir: RUNTIME, loader: 'js', sourcefile: 'program.js' },
      bundle: true,
      format: 'iife',
      outfile,
      sourcemap: true,
      // A third less to read for every page that opens; the names stay as they are, for who reads an error.
      minifyWhitespace: true,
      minifySyntax: true,
      target: 'es2020',
      logLevel: 'silent',
      define: TARO_DEFINES,
      plugins: [miniProgramResolution(npm)],
    })
  } catch (cause) {
    throw toBuildError(cause)
  }
}

/** Bundles one of the host's own pages. */
export async function bundlePage(name: 'phone' | 'phone-frame', outfile: string): Promise<void> {
  await esbuild.build({
    entryPoints: [join(RUNTIME, `${name}.ts`)],
    bundle: true,
    format: 'iife',
    outfile,
    target: 'es2020',
    logLevel: 'silent',
  })
}
