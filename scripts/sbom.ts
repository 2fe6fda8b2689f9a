import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { billOfMaterials } from './build/bill-of-materials'
import { DIST_FUNCTIONS, ROOT } from './build/paths'
import { run } from './run'

const OUT = join(ROOT, 'dist', 'sbom.json')

/**
 * `npm run sbom`: writes dist/sbom.json, the list of every npm package of which something is inside of the functions, the
 * mini-program or cloud storage, with version, licence and where it is. Not from package.json but from what the bundler read:
 * nearly all of it is a devDependency there.
 */
async function main(): Promise<void> {
  const text = await billOfMaterials(DIST_FUNCTIONS)
  await mkdir(dirname(OUT), { recursive: true })
  await writeFile(OUT, `${text}\n`)
  const { components: listed } = JSON.parse(text) as { components: { licenses?: object[] }[] }
  const unlicensed = listed.filter(({ licenses: own }) => !own?.length).length
  console.log(`dist/sbom.json: ${listed.length} packages, ${unlicensed} without a licence in their manifest`)
}

run(main)
