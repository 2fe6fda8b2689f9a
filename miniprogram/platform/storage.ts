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

/** Every key that the mini-program stores in the clear, with its type. Nothing here may be personal data. */
export interface Settings {
  /** Address of the sandbox's gateway, e.g. `http://127.0.0.1:5180`; only developers and testers have it. */
  'sandbox.gateway': string
  /** The fictional citizen who uses the sandbox. */
  'sandbox.citizen': string
  /** What was searched for on this phone, newest first; only search-history.ts writes it. */
  'search.history': readonly string[]
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

const draftKey = (draftId: string): string => `draft.${draftId}`

/**
 * Keeps the unsaved part of a draft on this phone, encrypted by WeChat, because it holds what the citizen typed.
 * Rejects when the phone's storage refuses it: the page must then say so.
 */
export async function keepDraftCopy(draftId: string, copy: DraftCopy): Promise<void> {
  await wx.setStorage({ key: draftKey(draftId), data: copy, encrypt: true })
}

/** The unsaved part of a draft, or null when everything was saved. */
export async function readDraftCopy(draftId: string): Promise<DraftCopy | null> {
  try {
    const { data } = await wx.getStorage<DraftCopy>({ key: draftKey(draftId), encrypt: true })
    return data
  } catch {
    return null
  }
}

/** Forgets the local part of a draft once the server has it. */
export async function dropDraftCopy(draftId: string): Promise<void> {
  try {
    await wx.removeStorage({ key: draftKey(draftId) })
  } catch {
    // Nothing was kept.
  }
}
