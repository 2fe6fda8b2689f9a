import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { CloudError, messageOf } from '../errors'
import { LIMITS } from '../limits'

/** config.json of a deployed function, as WeChat Cloud defines it: timeout in seconds, memory in MB. */
const Config = v.object({
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(LIMITS.functionTimeoutAtMostMs / 1000))),
  memorySize: v.optional(v.pipe(v.number(), v.minValue(64), v.maxValue(3072))),
  triggers: v.optional(
    v.pipe(
      v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })),
      v.maxLength(1, 'WeChat Cloud allows one trigger for a function'),
    ),
    [],
  ),
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {}),
})

export interface FunctionDefinition {
  readonly name: string
  readonly entry: string
  readonly timeoutMs: number
  readonly memoryMB: number
  /** The timer trigger; the cron has seven fields, seconds first, year last. */
  readonly timer: { readonly name: string; readonly cron: string } | undefined
  /** openapi calls that it may make, e.g. subscribeMessage.send. */
  readonly openapi: readonly string[]
}

/** Reads a function's folder: index.js and config.json. Throws FUNCTIONS_REQUEST_FAIL when config.json is wrong. */
export function readDefinition(folder: string, name: string): FunctionDefinition {
  const config = readConfig(join(folder, 'config.json'))
  const [trigger] = config.triggers
  return {
    name,
    entry: join(folder, 'index.js'),
    timeoutMs: config.timeout === undefined ? LIMITS.functionTimeoutMs : config.timeout * 1000,
    memoryMB: config.memorySize ?? LIMITS.functionMemoryMB,
    timer: trigger && { name: trigger.name, cron: trigger.config },
    openapi: config.permissions.openapi ?? [],
  }
}

function readConfig(file: string): v.InferOutput<typeof Config> {
  try {
    return v.parse(Config, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
  } catch (error) {
    throw new CloudError('FUNCTIONS_REQUEST_FAIL', `${file}: ${messageOf(error)}`)
  }
}

/** Names of the functions in a folder. */
export function functionNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && existsSync(join(folder, each.name, 'index.js')))
    .map((each) => each.name)
    .sort()
}
