import { createHmac } from 'node:crypto'
import { keyedHashWith } from '../../kernel/keyed-hash'

/** What is made of AUDIT_KEY: a key that signs, and one that makes pseudonyms. */
export interface AuditKeys {
  readonly signs: Buffer
  readonly names: Buffer
}

/** @param key 32 bytes in base64 */
export function auditKeys(key: string): AuditKeys {
  const part = (purpose: string): Buffer =>
    createHmac('sha256', Buffer.from(key, 'base64')).update(`audit, 1, ${purpose}`).digest()
  return { signs: part('signs'), names: part('names') }
}

/** What of a citizen or the provider is known by a pseudonym only. */
export type PseudonymOf = 'user' | 'wechat' | 'case' | 'account' | 'file' | 'document' | 'earlier' | 'event' | 'message'

/** The same for the same value, 32 hex digits; without the key nobody finds the value by trying all phone numbers. */
export const pseudonym = ({ names }: AuditKeys, of: PseudonymOf, value: string): string =>
  value === '' ? '' : keyedHashWith(names, of, value)
