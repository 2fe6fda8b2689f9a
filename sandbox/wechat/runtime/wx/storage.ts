import { currentCitizen } from '../citizen'
import { type Options, settle } from './outcome'

/** WeChat's limits: 1 MB a key, 10 MB in all (characters count as two bytes here, as in the browser's own store). */
const MAX_KEY_BYTES = 1024 * 1024
const MAX_TOTAL_BYTES = 10 * 1024 * 1024

interface KeyOptions extends Options {
  key: string
  /** Encrypted values live apart from plain ones, as in WeChat; here they are not encrypted: all data is fictional. */
  encrypt?: boolean
}

const roomOf = ({ key, encrypt }: KeyOptions): string => (encrypt === true ? `encrypted:${key}` : key)

const prefix = (): string => `wx:${currentCitizen()}:`

function keys(): string[] {
  const start = prefix()
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
}

function read(key: string): unknown {
  const text = localStorage.getItem(prefix() + key)
  return text === null ? undefined : (JSON.parse(text) as { value: unknown }).value
}

function usedBytes(): number {
  return keys().reduce((sum, key) => sum + (localStorage.getItem(prefix() + key)?.length ?? 0), 0)
}

function write(key: string, value: unknown): void {
  if (typeof key !== 'string' || key === '') throw new Error('parameter error: parameter.key should be String')
  const text = JSON.stringify({ value })
  if (text.length > MAX_KEY_BYTES) throw new Error('entry size limit reached')
  if (usedBytes() + text.length > MAX_TOTAL_BYTES) throw new Error('storage limit reached')
  localStorage.setItem(prefix() + key, text)
}

function clear(): void {
  for (const key of keys()) localStorage.removeItem(prefix() + key)
}

const info = (): object => ({
  keys: keys(),
  currentSize: Math.ceil(usedBytes() / 1024),
  limitSize: MAX_TOTAL_BYTES / 1024,
})

/** Storage of one fictional citizen, kept in the browser. */
export const storage = {
  getStorageSync: (key: string): unknown => read(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => write(key, value),
  removeStorageSync: (key: string): void => localStorage.removeItem(prefix() + key),
  clearStorageSync: clear,
  getStorageInfoSync: info,
  getStorage: (options: KeyOptions): unknown =>
    settle('getStorage', options, () => {
      const data = read(roomOf(options))
      if (data === undefined) throw new Error('data not found')
      return { data }
    }),
  setStorage: (options: KeyOptions & { data: unknown }): unknown =>
    settle('setStorage', options, () => {
      write(roomOf(options), options.data)
      return {}
    }),
  removeStorage: (options: KeyOptions): unknown =>
    settle('removeStorage', options, () => {
      localStorage.removeItem(prefix() + options.key)
      localStorage.removeItem(`${prefix()}encrypted:${options.key}`)
      return {}
    }),
  clearStorage: (options?: Options): unknown =>
    settle('clearStorage', options, () => {
      clear()
      return {}
    }),
  getStorageInfo: (options?: Options): unknown => settle('getStorageInfo', options, info),
}
