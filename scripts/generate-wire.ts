import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { ROOT } from './build/paths'

const CONTRACT = join(ROOT, 'docs/one-network/openapi.yaml')
const OUTPUT = join(ROOT, 'cloudfunctions/one-network/wire.generated.ts')
const HEADER = '// Generated from docs/one-network/openapi.yaml by scripts/generate-wire.ts: do not edit.\n'

/** `tsx scripts/generate-wire.ts [--check]`: writes the contract's types, or exits 1 when they are stale. */
async function main(): Promise<void> {
  const text = HEADER + astToString(await openapiTS(pathToFileURL(CONTRACT)))
  if (!process.argv.includes('--check')) {
    await writeFile(OUTPUT, text)
    console.log(`wrote ${OUTPUT}`)
    return
  }
  const current = await readFile(OUTPUT, 'utf8').catch(() => '')
  if (current === text) return
  console.error('cloudfunctions/one-network/wire.generated.ts is stale: run npx tsx scripts/generate-wire.ts')
  process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
