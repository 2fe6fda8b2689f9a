import { currentCitizen } from '../citizen'
import { failureError } from '../../wx-rules/outcome'
import {
  MAX_TOTAL_BYTES,
  keyIn,
  roomOf,
  STORAGE_IS_FULL,
  type StorageKey,
  storedText,
  storedValue,
} from '../../wx-rules/storage'
import { type Options, settle } from './outcome'

type KeyOptions = Options & StorageKey

const prefix = (): string => `wx:${currentCitizen()}:`

function keys(): string[] {
  const start = prefix()
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
}

function read(key: string): unknown {
  const text = localStorage.getItem(prefix() + key)
  return text === null ? undefined : storedValue(text)
}

function usedBytes(): number {
  return keys().reduce((sum, key) => sum + (localStorage.getItem(prefix() + key)?.length ?? 0), 0)
}

function write(place: StorageKey, value: unknown): void {
  const text = storedText(place, value, usedBytes())
  try {
    localStorage.setItem(prefix() + roomOf(place), text)
  } catch {
    // The browser's own limit comes earlier than WeChat's.
    throw new Error(STORAGE_IS_FULL)
  }
}

function clear(): void {
  for (const key of keys()) localStorage.removeItem(prefix() + key)
}

const info = (): object => ({
  keys: [...new Set(keys().map(keyIn))],
  currentSize: Math.ceil(usedBytes() / 1024),
  limitSize: MAX_TOTAL_BYTES / 1024,
})

/** Storage of one fictional citizen, kept in the browser. */
export const storage = {
  getStorageSync: (key: string): unknown => read(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => {
    try {
      write({ key }, value)
    } catch (cause) {
      throw failureError('setStorageSync', cause)
    }
  },
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
      write(options, options.data)
      return {}
    }),
  removeStorage: (options: KeyOptions): unknown =>
    settle('removeStorage', options, () => {
      localStorage.removeItem(prefix() + options.key)
      localStorage.removeItem(prefix() + roomOf({ ...options, encrypt: true }))
      return {}
    }),
  clearStorage: (options?: Options): unknown =>
    settle('clearStorage', options, () => {
      clear()
      return {}
    }),
  getStorageInfo: (options?: Options): unknown => settle('getStorageInfo', options, info),
}
