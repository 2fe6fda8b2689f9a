import { buildNpmPackages } from '../scripts/build/npm-packages'
import { compileForUpload } from '../scripts/check/compiled-package'
import { MAIN_LIMIT, packageSizes, SUBPACKAGE_LIMIT } from '../scripts/check/package-sizes'
import type { Figure } from './measure'

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`

/** Sizes of the packages as an upload would have them, after WeChat's unused-file filter. */
export async function packageSize(): Promise<Figure[]> {
  await buildNpmPackages()
  const { main, subpackages } = packageSizes(compileForUpload().files)
  const largest = Math.max(...Object.values(subpackages))
  return [
    {
      name: 'main package, filtered',
      promise: '≤ 800 KB',
      measured: kilobytes(main),
      holds: main <= MAIN_LIMIT,
      record: { id: 'main-package', values: { size: kilobytes(main) } },
    },
    ...Object.entries(subpackages).map(([root, bytes]) => ({
      name: `subpackage ${root}`,
      promise: '≤ 700 KB',
      measured: kilobytes(bytes),
      holds: bytes <= SUBPACKAGE_LIMIT,
      ...(bytes === largest && { record: { id: 'subpackage', values: { size: kilobytes(bytes), root } } as const }),
    })),
  ]
}
