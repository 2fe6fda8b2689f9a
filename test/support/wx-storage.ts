import { failureError, type Options, settle } from '../../sandbox/wechat/wx-rules/outcome'
import {
  MAX_TOTAL_BYTES,
  keyIn,
  roomOf,
  STORAGE_IS_FULL,
  type StorageKey,
  storedText,
  storedValue,
} from '../../sandbox/wechat/wx-rules/storage'
import { phone } from './phone'

/** The wx APIs that keep something on the phone. */

const usedBytes = (): number =>
  [...phone.storage.values()].reduce<number>((sum, value) => sum + JSON.stringify({ value }).length, 0)

function store(place: StorageKey, value: unknown): void {
  const text = storedText(place, value, usedBytes())
  if (phone.storageFull) throw new Error(STORAGE_IS_FULL)
  phone.storage.set(roomOf(place), storedValue(text))
}

/** A copy of what lies there; undefined when nothing does. */
function read(room: string): unknown {
  return phone.storage.has(room) ? storedValue(JSON.stringify({ value: phone.storage.get(room) })) : undefined
}

export const getStorageSync = (key: string): unknown => read(key) ?? ''

export const setStorageSync = (key: string, value: unknown): void => {
  try {
    store({ key }, value)
  } catch (cause) {
    throw failureError('setStorageSync', cause)
  }
}

export const removeStorageSync = (key: string): void => void phone.storage.delete(key)

export const getStorageInfoSync = () => ({
  keys: [...new Set([...phone.storage.keys()].map(keyIn))],
  currentSize: Math.ceil(usedBytes() / 1024),
  limitSize: MAX_TOTAL_BYTES / 1024,
})

export const setStorage = (options: Options & StorageKey & { data: unknown }) =>
  settle('setStorage', options, () => {
    store(options, options.data)
    return {}
  })

export const getStorage = (options: Options & StorageKey) =>
  settle('getStorage', options, () => {
    const data = read(roomOf(options))
    if (data === undefined) throw new Error('data not found')
    return { data }
  })

export const removeStorage = (options: Options & StorageKey) =>
  settle('removeStorage', options, () => {
    phone.storage.delete(options.key)
    phone.storage.delete(roomOf({ ...options, encrypt: true }))
    return {}
  })
