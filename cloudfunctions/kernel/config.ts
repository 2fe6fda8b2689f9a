import { createHmac } from 'node:crypto'
import * as v from 'valibot'
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

const isKey = (text: string): boolean => Buffer.from(text, 'base64').length === 32

const environment = v.object({
  ONE_NETWORK_URL: v.pipe(v.string(), v.check(isPrivate)),
  ONE_NETWORK_APP_KEY: v.pipe(v.string(), v.nonEmpty()),
  ONE_NETWORK_APP_SECRET: v.pipe(v.string(), v.nonEmpty()),
  ONE_NETWORK_CALLBACK_SECRET: v.pipe(v.string(), v.nonEmpty()),
  ONE_NETWORK_SIGN_METHOD: v.optional(v.picklist(['HMAC-SM3', 'HMAC-SHA256']), 'HMAC-SM3'),
  ONE_NETWORK_SM2_PUBLIC_KEY: v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/i)),
  SEALING_KEY: v.pipe(v.string(), v.nonEmpty()),
  AUDIT_KEY: v.pipe(v.string(), v.check(isKey)),
  PRINT_FONTS: v.pipe(v.string(), v.regex(/^cloud:\/\/[^/]+\/.+[^/]$/)),
  MINIPROGRAM_STATE: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
})

/** Reads the environment (deploy/environment.json). Throws an error that names the wrong variables, never their values. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = v.safeParse(environment, env)
  if (!parsed.success) {
    const names = [...new Set(parsed.issues.map((issue) => String(issue.path?.[0]?.key)))]
    throw new Error(`missing or malformed environment variables: ${names.join(', ')}`)
  }
  const e = parsed.output
  return {
    oneNetwork: {
      url: e.ONE_NETWORK_URL.replace(/\/+$/, ''),
      appKey: e.ONE_NETWORK_APP_KEY,
      appSecret: e.ONE_NETWORK_APP_SECRET,
      signMethod: e.ONE_NETWORK_SIGN_METHOD,
      sm2PublicKey: e.ONE_NETWORK_SM2_PUBLIC_KEY,
    },
    callbackSecret: e.ONE_NETWORK_CALLBACK_SECRET,
    sealer: createSealer(e.SEALING_KEY),
    // Of its own purpose: what is hashed tells nothing of the key that seals.
    hashKey: createHmac('sha256', Buffer.from(e.SEALING_KEY, 'base64')).update('keyed hash, 1').digest(),
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
