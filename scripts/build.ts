import { buildCloudfunctions, sizesText } from './build/cloudfunctions'
import { buildNpmPackages } from './build/npm-packages'
import { DIST_FUNCTIONS, DIST_PRINT_FONTS } from './build/paths'
import { writeRareFonts } from './build/print-fonts'
import { compileForUpload } from './check/compiled-package'
import { packageSizes, sizeLines } from './check/package-sizes'
import { run } from './run'

/** `npm run build`: the deployable functions, the fonts for cloud storage, the npm packages that ship in the mini-program, and what it weighs. */
async function main(): Promise<void> {
  const packages = await buildNpmPackages()
  console.log(`miniprogram_npm: ${packages.join(', ')}`)
  for (const f of await buildCloudfunctions({ outDir: DIST_FUNCTIONS })) {
    console.log(`dist/cloudfunctions/${sizesText(f)}`)
  }
  console.log(`dist/print-fonts: ${await writeRareFonts(DIST_PRINT_FONTS)} files for cloud storage`)
  const [main, ...others] = sizeLines(packageSizes(compileForUpload().files))
  console.log([`mini-program, as an upload: ${main}`, ...others].join('\n  '))
}

run(main)
