import { parseArgs } from 'node:util'
import { type SignMethod } from '../../cloudfunctions/kernel/config'
import { isBlockedPort } from '../../sandbox/start/blocked-ports'
import { isLoopback, type Target } from './target'

export interface Options {
  /** Absent: a sandbox of our own. */
  readonly url: string | undefined
  readonly callback: string | undefined
  /** Writing is allowed also where real cases are. */
  readonly writes: boolean
  readonly compare: readonly [string, string] | undefined
  /** Compare what the address has set up with the files of the matters, and nothing else. */
  readonly catalogue: boolean
}

const USAGE = `npm run conformance -- [--url https://…] [--callback https://…] [--writes]
npm run conformance -- --compare https://A https://B
npm run conformance -- --catalogue [--url https://…]
Without --url a sandbox is started. Keys come from ONE_NETWORK_APP_KEY, ONE_NETWORK_APP_SECRET,
ONE_NETWORK_SIGN_METHOD, ONE_NETWORK_SM2_PUBLIC_KEY, CALLBACK_SECRET; the account from CONFORMANCE_SUBJECT
(person or enterprise), CONFORMANCE_LOGIN, CONFORMANCE_PASSWORD; CONFORMANCE_ITEM is a matter that it may file,
CONFORMANCE_USCC an enterprise to look up. On this machine the sandbox's own are used when they are absent.`

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        callback: { type: 'string' },
        writes: { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        catalogue: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}

/** `fetch`, which asks here, opens no port that browsers do not open; its own word for it is only "fetch failed". */
function askable(url: string): string {
  if (!URL.canParse(url)) throw new Error(`${url} is no address\n${USAGE}`)
  const { port } = new URL(url)
  if (port !== '' && isBlockedPort(Number(port))) {
    throw new Error(`${url} cannot be asked: port ${port} is one that browsers, and this program, do not open`)
  }
  return url
}

/** Throws an error with USAGE for arguments that it does not understand. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args)
  const [a, b, ...more] = positionals
  if (values.compare) {
    if (a === undefined || b === undefined || more.length > 0) throw new Error(USAGE)
    return { url: undefined, callback: undefined, writes: false, compare: [askable(a), askable(b)], catalogue: false }
  }
  if (positionals.length > 0) throw new Error(USAGE)
  const asked = (url: string | undefined): string | undefined => (url === undefined ? undefined : askable(url))
  return {
    url: asked(values.url),
    callback: asked(values.callback),
    writes: values.writes,
    compare: undefined,
    catalogue: values.catalogue,
  }
}

/** What the sandbox was given when it was opened; fictional. */
export interface SandboxFacts {
  readonly appKey: string
  readonly appSecret: string
  readonly callbackSecret: string
  readonly sm2PublicKey: string
}

/** The nurse of the sandbox's accounts: she has a case to supplement and one to rate from the first day. */
const SANDBOX_ACCOUNT = { subject: 'person', login: '13000000102', password: 'Demo@2026' } as const
const SANDBOX_ITEM = 'SX120116000014'
const SANDBOX_USCC = '91120116MA0FXN011B'

const NO_WRITES = 'writing is withheld outside this machine (--writes allows it)'

/** An address with the keys of the environment; the sandbox's own only for an address on this machine. */
export function toTarget(url: string, options: Options, env: NodeJS.ProcessEnv, sandbox: SandboxFacts): Target {
  const local = isLoopback(url)
  const read = (name: string, own: string, isNeeded = true): string => {
    const value = env[name] ?? (local ? own : '')
    if (value === '' && isNeeded) throw new Error(`${name} is not set\n${USAGE}`)
    return value
  }
  // The catalogue is open to the application itself.
  const needsAccount = !options.catalogue
  const subject = read('CONFORMANCE_SUBJECT', SANDBOX_ACCOUNT.subject, needsAccount)
  const method = env.ONE_NETWORK_SIGN_METHOD ?? 'HMAC-SM3'
  if (method !== 'HMAC-SM3' && method !== 'HMAC-SHA256') throw new Error(`unknown sign method\n${USAGE}`)
  const callback = options.callback
  return {
    url: url.replace(/\/+$/, ''),
    appKey: read('ONE_NETWORK_APP_KEY', sandbox.appKey),
    appSecret: read('ONE_NETWORK_APP_SECRET', sandbox.appSecret),
    signMethod: method satisfies SignMethod,
    sm2PublicKey: read('ONE_NETWORK_SM2_PUBLIC_KEY', sandbox.sm2PublicKey),
    account: {
      subjectType: subject === 'enterprise' ? 'enterprise' : 'person',
      login: read('CONFORMANCE_LOGIN', SANDBOX_ACCOUNT.login, needsAccount),
      password: read('CONFORMANCE_PASSWORD', SANDBOX_ACCOUNT.password, needsAccount),
    },
    itemId: read('CONFORMANCE_ITEM', SANDBOX_ITEM, needsAccount),
    uscc: read('CONFORMANCE_USCC', SANDBOX_USCC, needsAccount),
    noWrites: local || options.writes ? '' : NO_WRITES,
    callback:
      callback === undefined
        ? undefined
        : { url: callback, secret: env.CALLBACK_SECRET ?? (isLoopback(callback) ? sandbox.callbackSecret : '') },
  }
}
