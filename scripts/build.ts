import { buildCloudfunctions, sizesText } from './build/cloudfunctions'
import { buildNpmPackages } from './build/npm-packages'
import { DIST_FUNCTIONS } from './build/paths'
import { compileForUpload } from './check/compiled-package'
import { packageSizes } from './check/package-sizes'

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`

/** `npm run build`: the deployable functions, the npm packages that ship in the mini-program, and what it weighs. */
async function main(): Promise<void> {
  const packages = await buildNpmPackages()
  console.log(`miniprogram_npm: ${packages.join(', ')}`)
  for (const f of await buildCloudfunctions({ outDir: DIST_FUNCTIONS })) {
    console.log(`dist/cloudfunctions/${sizesText(f)}`)
  }
  const sizes = packageSizes(compileForUpload().files)
  console.log(`mini-program, as an upload: main package ${kb(sizes.main)}`)
  for (const [root, bytes] of Object.entries(sizes.subpackages)) console.log(`  ${root} ${kb(bytes)}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
