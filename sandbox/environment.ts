import { createHash } from 'node:crypto'
import { fileIdOf } from './cloud'
import type { OneNetwork } from './one-network'

/** Where the fonts of rare characters lie in the sandbox's storage. */
export const RARE_FONTS_FOLDER = 'print-fonts'

/** 32 bytes in base64 that are always the same. */
const fictional = (purpose: string): string =>
  createHash('sha256').update(`FICTIONAL ${purpose} of the sandbox`).digest('base64')

/** AUDIT_KEY of the sandbox. */
export const SANDBOX_AUDIT_KEY = fictional('audit key')

/**
 * The environment variables of the deployed functions (deploy/environment.json), pointed at the sandbox's provider.
 * The keys are derived from fixed words: everything in the sandbox is fictional, and data survives a restart. Key `first` is that of
 * the release before key ids: rows that it sealed are still read, and sealed anew.
 */
export function functionEnvironment(provider: Pick<OneNetwork, 'url' | 'credentials'>): Record<string, string> {
  return {
    TZ: 'Asia/Shanghai',
    ONE_NETWORK_URL: provider.url,
    ONE_NETWORK_APP_KEY: provider.credentials.appKey,
    ONE_NETWORK_APP_SECRET: provider.credentials.appSecret,
    ONE_NETWORK_CALLBACK_SECRET: provider.credentials.callbackSecret,
    ONE_NETWORK_SIGN_METHOD: 'HMAC-SM3',
    ONE_NETWORK_SM2_PUBLIC_KEY: provider.credentials.sm2PublicKey,
    SEALING_KEYS: `sandbox:${fictional('second sealing key')},first:${fictional('sealing key')}`,
    SEALING_ALGORITHM: 'aes-256-gcm',
    HASH_KEY: fictional('hash key'),
    TEXT_CHECK: 'off',
    AUDIT_KEY: SANDBOX_AUDIT_KEY,
    PRINT_FONTS: fileIdOf(RARE_FONTS_FOLDER),
    // A reminder of a try must not open what citizens use.
    MINIPROGRAM_STATE: 'developer',
  }
}
