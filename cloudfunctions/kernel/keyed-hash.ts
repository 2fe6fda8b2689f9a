import { createHmac } from 'node:crypto'
import { config } from './config'

/**
 * A stable key of its parts (32 hex digits) for what is only compared: account names and openids. Equal parts give equal keys;
 * without the environment's key (HASH_KEY) nobody finds the parts by trying all phone numbers. Another HASH_KEY makes
 * other keys; another sealing key does not.
 */
export const keyedHash = (...parts: readonly string[]): string => keyedHashWith(config().hashKey, ...parts)

/** The same with another key. */
export const keyedHashWith = (key: Buffer, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex').slice(0, 32)
