import type { Answers } from '../shared/form/answers'

/** What this phone keeps of a draft until the server has it. */
export interface DraftCopy {
  /** Version of the server's draft that the changes are based on. */
  readonly baseVersion: number
  /** materialId → the fields that changed and are not saved yet. */
  readonly changes: Readonly<Record<string, Answers>>
  /** Fingerprints of what the server had of the changed fields: tells later whether they changed elsewhere too. */
  readonly bases?: readonly { readonly materialId: string; readonly fieldId: string; readonly digest: string }[]
  /** ms since the epoch. */
  readonly keptAt: number
}

/** Where an applicant left a draft: ids and numbers, nothing that was filled in. */
export type KeptPlace =
  | {
      readonly page: 'form'
      readonly materialId: string
      readonly sectionId: string
      /** From 1. */
      readonly step: number
      readonly steps: number
      /** It was left with something to correct. */
      readonly wrong: boolean
    }
  | { readonly page: 'attachments'; readonly materialId?: string }
  | { readonly page: 'review'; readonly materialId?: undefined }

/** Every key that the mini-program stores in the clear, with its type. Nothing here may be personal data. */
export interface Settings {
  /** Address of the sandbox's gateway, e.g. `http://127.0.0.1:5180`; only developers and testers have it. */
  'sandbox.gateway': string
  /** The fictional citizen who uses the sandbox. */
  'sandbox.citizen': string
  /** What was searched for on this phone, newest first; only search-history.ts writes it. */
  'search.history': readonly string[]
  /** The window's public telephone; only services/seen-phone.ts writes it. */
  'window.phone': string
  /** 关怀模式: body text of 24 px, or one step larger; only platform/look.ts writes it. */
  'look.size': 'normal' | 'large' | 'largest'
  /** The last choice of 关怀模式, for the switch on home; only platform/look.ts writes it. */
  'look.care': 'large' | 'largest'
  /** Light or dark; only platform/look.ts writes it. */
  'look.theme': 'system' | 'light' | 'dark'
  /** What `page.…` keys there are, newest first: ids, nothing that was read; only kept-pages.ts writes it. */
  'kept.pages': readonly string[]
  /** The first-time guide was shown; only platform/first-time.ts writes it. */
  'guide.seen': boolean
  /** When somebody used the app last, ms since the epoch; only platform/idle-lock.ts writes it. */
  'active.at': number
  /** draftId → where it was left, newest first; only services/draft-place.ts writes it. */
  'left.places': Readonly<Record<string, KeptPlace>>
}

export type SettingKey = keyof Settings

/** Reads a setting; undefined when it was never written or is unreadable. */
export function readSetting<K extends SettingKey>(key: K): Settings[K] | undefined {
  try {
    const value: unknown = wx.getStorageSync(key)
    // WeChat answers '' for a missing key.
    return value === '' || value === undefined || value === null ? undefined : (value as Settings[K])
  } catch {
    return undefined
  }
}

/** Writes a setting; false when the phone's storage refused it (full or broken): the caller decides whether that matters. */
export function writeSetting<K extends SettingKey>(key: K, value: Settings[K]): boolean {
  try {
    wx.setStorageSync(key, value)
    return true
  } catch {
    return false
  }
}

/** The names of all that is kept, as far as WeChat says them. */
export function storedKeys(): readonly string[] {
  try {
    return wx.getStorageInfoSync().keys
  } catch {
    return []
  }
}

/** Keeps personal data on this phone, encrypted by WeChat. Rejects when the phone's storage refuses it. */
export async function keepSecret(key: string, data: object): Promise<void> {
  await wx.setStorage({ key, data, encrypt: true })
}

/** What `keepSecret` kept; null when there is nothing. */
export async function readSecret<T extends object>(key: string): Promise<T | null> {
  try {
    return (await wx.getStorage<T>({ key, encrypt: true })).data
  } catch {
    return null
  }
}

export async function dropSecret(key: string): Promise<void> {
  try {
    await wx.removeStorage({ key })
  } catch {
    // Nothing was kept.
  }
}

const draftKey = (draftId: string): string => `draft.${draftId}`

/** Keeps the unsaved part of a draft on this phone. Rejects when the storage refuses it: the page must then say so. */
export const keepDraftCopy = (draftId: string, copy: DraftCopy): Promise<void> => keepSecret(draftKey(draftId), copy)

/** The unsaved part of a draft, or null when everything was saved. */
export const readDraftCopy = (draftId: string): Promise<DraftCopy | null> => readSecret(draftKey(draftId))

/** Forgets the local part of a draft once the server has it. */
export const dropDraftCopy = (draftId: string): Promise<void> => dropSecret(draftKey(draftId))
