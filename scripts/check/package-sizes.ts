import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MINIPROGRAM } from '../build/paths'

/** Bytes of the compiled main package and of each subpackage, after WeChat's unused-file filter. */
export interface PackageSizes {
  readonly main: number
  readonly subpackages: Readonly<Record<string, number>>
}

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[]
  readonly subpackages?: readonly { readonly root: string }[]
}

/** Our own ceilings, below WeChat's 2 MB per package: a cheap phone on a slow network opens the main package first. */
export const MAIN_LIMIT = 800 * 1024
export const SUBPACKAGE_LIMIT = 700 * 1024

/** Sums compiled files by package; a file outside every subpackage root belongs to the main package. */
export function packageSizes(files: Readonly<Record<string, number>>): PackageSizes {
  const app = JSON.parse(readFileSync(join(MINIPROGRAM, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map((p) => p.root.replace(/\/?$/, '/'))
  const subpackages: Record<string, number> = Object.fromEntries(roots.map((root) => [root, 0]))
  let main = 0
  for (const [file, bytes] of Object.entries(files)) {
    const root = roots.find((r) => file.startsWith(r))
    if (root === undefined) main += bytes
    else subpackages[root] = (subpackages[root] ?? 0) + bytes
  }
  return { main, subpackages }
}

/** A line for each package, the main one first: `main package 402 KB`. */
export const sizeLines = ({ main, subpackages }: PackageSizes): readonly string[] =>
  [['main package', main] as const, ...Object.entries(subpackages)].map(
    ([name, bytes]) => `${name} ${(bytes / 1024).toFixed(0)} KB`,
  )

/** Complaints about packages over their limit; empty = all fit. */
export function oversize(sizes: PackageSizes): string[] {
  const over = Object.entries(sizes.subpackages).filter(([, bytes]) => bytes > SUBPACKAGE_LIMIT)
  return [
    ...(sizes.main > MAIN_LIMIT ? [`main package ${sizes.main} bytes > ${MAIN_LIMIT}`] : []),
    ...over.map(([root, bytes]) => `subpackage ${root} ${bytes} bytes > ${SUBPACKAGE_LIMIT}`),
  ]
}
