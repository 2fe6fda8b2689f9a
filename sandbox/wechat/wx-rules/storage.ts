/** WeChat's limits in bytes (a letter of the JSON text counts as one here); what is encrypted may be smaller only. */
const MB = 1024 * 1024
const MAX_KEY_BYTES = MB
const MAX_ENCRYPTED_KEY_BYTES = 0.7 * MB
export const MAX_TOTAL_BYTES = 10 * MB

export const STORAGE_IS_FULL = 'exceed storage max size 10Mb'

/** Where a value lies. */
export interface StorageKey {
  key: string
  /** Encrypted values live apart from plain ones; a stand-in does not encrypt them: all data is fictional. */
  encrypt?: boolean
}

export const roomOf = ({ key, encrypt }: StorageKey): string => (encrypt === true ? `encrypted:${key}` : key)

/** The key of what lies in a room. */
export const keyIn = (room: string): string => room.replace(/^encrypted:/, '')

/**
 * The JSON text `{"value":…}` that is stored; throws WeChat's words when the key is none or a limit is passed.
 * @param usedBytes what everything stored takes without this
 */
export function storedText({ key, encrypt }: StorageKey, value: unknown, usedBytes: number): string {
  if (typeof key !== 'string' || key === '') throw new Error('parameter error: parameter.key should be String')
  const text = JSON.stringify({ value })
  if (text.length > (encrypt === true ? MAX_ENCRYPTED_KEY_BYTES : MAX_KEY_BYTES)) {
    throw new Error('entry size limit reached')
  }
  if (usedBytes + text.length > MAX_TOTAL_BYTES) throw new Error(STORAGE_IS_FULL)
  return text
}

export const storedValue = (text: string): unknown => (JSON.parse(text) as { value: unknown }).value
