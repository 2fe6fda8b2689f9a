import * as v from 'valibot'
import { FIRST_KEY, hashKeyOf, keyBytes, type KeyRing, parseKeys } from './key-ring'
import { createSealer, type Sealer } from './sealing'

export type SignMethod = 'HMAC-SM3' | 'HMAC-SHA256'

/** Which version of the mini-program a reminder opens: a developer's copy, the trial, or the released one. */
export type MiniprogramState = 'developer' | 'trial' | 'formal'

export interface Config {
  readonly oneNetwork: {
    /** Scheme, host and port; the paths of the contract follow. https, except on loopback. */
    readonly url: string
    readonly appKey: string
    readonly appSecret: string
    readonly signMethod: SignMethod
    /** 130 hex digits, 04 first. */
    readonly sm2PublicKey: string
  }
  /** Key of the signature of what the provider pushes (#28). */
  readonly callbackSecret: string
  readonly sealer: Sealer
  /** Key of what is compared and never read (kernel/keyed-hash.ts). */
  readonly hashKey: Buffer
  /** What the audit log is signed, and its pseudonyms are made with: 32 bytes in base64 (domain/audit/keys.ts). */
  readonly auditKey: string
  /** Are texts that an officer will read shown to WeChat's content check (domain/text-check)? */
  readonly checksTexts: boolean
  /** File id of the folder of rare characters' fonts in cloud storage, without a slash at its end. */
  readonly printFonts: string
  readonly miniprogramState: MiniprogramState
}

/** Tokens and personal data travel to this address: in the clear only within one machine. */
function isPrivate(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address)
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  } catch {
    return false
  }
}

const key = v.pipe(
  v.string(),
  v.check((text) => keyBytes(text) !== undefined),
)

const environment = v.object({
  ONE_NETWORK_URL: v.pipe(v.string(), v.check(isPrivate)),
  ONE_NETWORK_APP_KEY: v.pipe(v.string(), v.nonEmpty()),
  ONE_NETWORK_APP_SECRET: v.pipe(v.string(), v.nonEmpty()),
  ONE_NETWORK_CALLBACK_SECRET: v.pipe(v.string(), v.nonEmpty()),
  ONE_NETWORK_SIGN_METHOD: v.optional(v.picklist(['HMAC-SM3', 'HMAC-SHA256']), 'HMAC-SM3'),
  ONE_NETWORK_SM2_PUBLIC_KEY: v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/i)),
  AUDIT_KEY: key,
  SEALING_KEYS: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => parseKeys(text) !== undefined),
    ),
  ),
  SEALING_KEY: v.optional(key),
  SEALING_ALGORITHM: v.optional(v.picklist(['aes-256-gcm', 'sm4-cbc-hmac-sm3']), 'aes-256-gcm'),
  HASH_KEY: v.optional(key),
  TEXT_CHECK: v.optional(v.picklist(['off', 'on']), 'off'),
  PRINT_FONTS: v.pipe(v.string(), v.regex(/^cloud:\/\/[^/]+\/.+[^/]$/)),
  MINIPROGRAM_STATE: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
})

type Environment = v.InferOutput<typeof environment>

const faulty = (names: readonly string[]): Error =>
  new Error(`missing or malformed environment variables: ${[...new Set(names)].join(', ')}`)

/** The keys of SEALING_KEYS, and SEALING_KEY behind them. */
function ringOf({ SEALING_KEYS, SEALING_KEY, SEALING_ALGORITHM }: Environment): KeyRing {
  const listed = SEALING_KEYS === undefined ? [] : (parseKeys(SEALING_KEYS) ?? [])
  const bytes = SEALING_KEY === undefined ? undefined : keyBytes(SEALING_KEY)
  const isListed = listed.some(({ id }) => id === FIRST_KEY)
  const [first, ...others] = bytes && !isListed ? [...listed, { id: FIRST_KEY, bytes }] : listed
  if (!first) throw faulty(['SEALING_KEYS'])
  // The release before knows no other algorithm than its own.
  if (first.id === FIRST_KEY && SEALING_ALGORITHM !== 'aes-256-gcm') throw faulty(['SEALING_ALGORITHM'])
  return [first, ...others]
}

function hashKeyIn({ HASH_KEY }: Environment, ring: KeyRing): Buffer {
  const firstKey = ring.find(({ id }) => id === FIRST_KEY)
  const hashKey = HASH_KEY === undefined ? firstKey && hashKeyOf(firstKey) : keyBytes(HASH_KEY)
  if (!hashKey) throw faulty(['HASH_KEY'])
  return hashKey
}

/** Reads the environment (deploy/environment.json). Throws an error that names the wrong variables, never their values. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = v.safeParse(environment, env)
  if (!parsed.success) throw faulty(parsed.issues.map((issue) => String(issue.path?.[0]?.key)))
  const e = parsed.output
  const ring = ringOf(e)
  return {
    oneNetwork: {
      url: e.ONE_NETWORK_URL.replace(/\/+$/, ''),
      appKey: e.ONE_NETWORK_APP_KEY,
      appSecret: e.ONE_NETWORK_APP_SECRET,
      signMethod: e.ONE_NETWORK_SIGN_METHOD,
      sm2PublicKey: e.ONE_NETWORK_SM2_PUBLIC_KEY,
    },
    callbackSecret: e.ONE_NETWORK_CALLBACK_SECRET,
    sealer: createSealer(ring, e.SEALING_ALGORITHM),
    hashKey: hashKeyIn(e, ring),
    checksTexts: e.TEXT_CHECK === 'on',
    auditKey: e.AUDIT_KEY,
    printFonts: e.PRINT_FONTS,
    miniprogramState: e.MINIPROGRAM_STATE,
  }
}

let current: Config | undefined

/** The configuration of this instance, read once. */
export function config(): Config {
  current ??= readConfig(process.env)
  return current
}
