import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { ROOT } from './build/paths'
import { generate } from './generated'

const HEADER = '// Generated from docs/one-network/openapi.yaml by scripts/generate-wire.ts: do not edit.\n'

/** `tsx scripts/generate-wire.ts [--check]`: the contract's types. */
generate('generate-wire.ts', async () => {
  const types = astToString(await openapiTS(pathToFileURL(join(ROOT, 'docs/one-network/openapi.yaml'))))
  return { 'cloudfunctions/one-network/wire.generated.ts': HEADER + types }
})
