import { build } from 'esbuild'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { glob } from './glob'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { MINIPROGRAM, ROOT } from './paths'

/** Typed by Node; the global `require` has another type where the mini-program's typings are loaded too (tests). */
const { resolve } = createRequire(__filename)

/** JavaScript that every WeChat base library of the last years runs; WeChat's own packer skips newer syntax silently. */
const TARGET = 'es2018'
const OUT = join(MINIPROGRAM, 'miniprogram_npm')

/** Root dependencies: exactly what ships in the mini-program. */
async function shippedPackages(): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  return Object.keys(manifest.dependencies ?? {})
}

/** A component library: every script becomes CommonJS ES2018 where it stands, all other files are copied. */
async function packComponents(source: string, target: string): Promise<void> {
  await cp(source, target, { recursive: true, filter: (file) => !file.endsWith('.d.ts') && !file.endsWith('.md') })
  const scripts = await glob(target, (file) => file.endsWith('.js'))
  await build({
    entryPoints: scripts,
    outdir: target,
    outbase: target,
    allowOverwrite: true,
    format: 'cjs',
    target: TARGET,
    legalComments: 'none',
    logLevel: 'silent',
  })
}

/** What the mini-program imports of a package besides its main file. */
const PARTS: Readonly<Record<string, readonly string[]>> = { dayjs: ['plugin/utc'] }

/** A plain package: one CommonJS ES2018 file, and one for each of its parts. */
async function packLibrary(name: string, target: string): Promise<void> {
  const parts = (PARTS[name] ?? []).map((part) => ({ in: resolve(`${name}/${part}`, { paths: [ROOT] }), out: part }))
  await build({
    entryPoints: [{ in: resolve(name, { paths: [ROOT] }), out: 'index' }, ...parts],
    outdir: target,
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    target: TARGET,
    legalComments: 'none',
    logLevel: 'silent',
  })
}

/**
 * Does what "构建 npm" does in WeChat DevTools, from the root `dependencies`, to miniprogram/miniprogram_npm.
 * Skips when the versions on disk are the ones asked for. Returns the package names.
 */
export async function buildNpmPackages(): Promise<string[]> {
  const names = await shippedPackages()
  const stamp = `${TARGET} ${JSON.stringify(PARTS)} ${(await Promise.all(names.map(async (n) => `${n}@${await version(n)}`))).join(' ')}\n`
  const stampFile = join(OUT, '.built')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return names

  await rm(OUT, { recursive: true, force: true })
  for (const name of names) {
    const manifest = await readManifest(name)
    const target = join(OUT, name)
    await mkdir(target, { recursive: true })
    if (manifest.miniprogram) await packComponents(join(ROOT, 'node_modules', name, manifest.miniprogram), target)
    else await packLibrary(name, target)
  }
  await writeFile(stampFile, stamp)
  return names
}

/** Every packed script, relative to miniprogram_npm: what the bare-context check loads. */
export async function packedScripts(): Promise<string[]> {
  return (await glob(OUT, (file) => file.endsWith('.js'))).map((file) => relative(OUT, file))
}

interface Manifest {
  readonly version: string
  readonly miniprogram?: string
}

async function readManifest(name: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as Manifest
}

async function version(name: string): Promise<string> {
  return (await readManifest(name)).version
}
