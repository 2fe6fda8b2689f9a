import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { ROOT } from './build/paths'
import { readContract } from './contract'
import { generate } from './write-or-check'

const HEADER = '// Generated from docs/one-network/openapi.yaml by scripts/generate-wire.ts: do not edit.\n'

/** Each function with what a call of it has to know, which the types do not say. */
function functionsTable(): string {
  const rows = Object.entries(readContract('openapi.yaml').paths).map(([path, { post }]) => {
    const { operationId, 'x-function-no': no, 'x-timeout-seconds': seconds, 'x-retry': retry } = post
    return `    ${operationId}: ${JSON.stringify({ no, path, timeoutMs: seconds * 1000, retry })},\n`
  })
  return `export const FUNCTIONS = {\n${rows.join('')}} as const;\n`
}

/** `tsx scripts/generate-wire.ts [--check]`: the contract's types, and its functions. */
generate('generate-wire.ts', async () => {
  const types = astToString(await openapiTS(pathToFileURL(join(ROOT, 'docs/one-network/openapi.yaml'))))
  return { 'cloudfunctions/one-network/wire.generated.ts': HEADER + types + functionsTable() }
})
