import { buildNpmPackages } from '../scripts/build/npm-packages'
import { compileForUpload } from '../scripts/check/compiled-package'
import { MAIN_LIMIT, packageSizes } from '../scripts/check/package-sizes'
import type { Figure } from './measure'

/** Size of the main package as an upload would have it, after WeChat's unused-file filter. */
export async function packageSize(): Promise<Figure[]> {
  await buildNpmPackages()
  const { main } = packageSizes(compileForUpload().files)
  const measured = `${(main / 1024).toFixed(0)} KB`
  return [{ name: 'main package, filtered', promise: '≤ 800 KB', measured, holds: main <= MAIN_LIMIT }]
}
