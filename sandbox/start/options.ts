import { parseArgs } from 'node:util'
import { isBlockedPort } from './blocked-ports'

/** What `npm start -- …` may be told. */
export interface StartOptions {
  /** Throws the data of earlier runs away first. */
  readonly reset: boolean
  /** Where data and builds are kept; absent = `.data/` of the checkout, and DevTools is told the address. */
  readonly data?: string
  /** Ports to try first; the next free one is taken when somebody else holds it. */
  readonly ports: { readonly wechat: number; readonly cloud: number; readonly provider: number }
}

const USAGE = 'npm start -- [--reset] [--port <first of three ports, default 5180>] [--data <folder>]'

/** What `npm start` takes from the first port on, one after the other. */
const portsFrom = (first: number): StartOptions['ports'] => ({ wechat: first, cloud: first + 1, provider: first + 2 })

const blockedFrom = (first: number): readonly number[] => Object.values(portsFrom(first)).filter(isBlockedPort)

/** The nearest number from `first` on whose three ports every browser opens. */
function openFrom(first: number): number {
  return blockedFrom(first).length === 0 ? first : openFrom(first + 1)
}

/** Reads the command line. Throws with the usage when it is not understood. */
export function parseOptions(args: readonly string[]): StartOptions {
  let values: { reset?: boolean; port?: string; data?: string }
  try {
    values = parseArgs({
      args: [...args],
      options: { reset: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } },
    }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
  const first = Number(values.port ?? 5180)
  if (!Number.isInteger(first) || first < 1024 || first > 65_000) throw new Error(`--port wants 1024–65000\n${USAGE}`)
  const [blocked] = blockedFrom(first)
  if (blocked !== undefined) {
    const open = openFrom(first)
    throw new Error(
      `--port ${first} takes the ports ${first}–${first + 2}, and browsers do not open port ${blocked} (ERR_UNSAFE_PORT). ` +
        `Take for example --port ${open}.`,
    )
  }
  return { reset: values.reset === true, data: values.data, ports: portsFrom(first) }
}
