import { dropPage, keptDrafts } from './kept-pages'
import { forgetUploads } from './kept-uploads'
import { dropDraftCopy, readSetting, storedKeys, writeSetting } from './storage'

/** Of every draft of which this phone keeps something. */
function draftIds(): ReadonlySet<string> {
  const stored = storedKeys().flatMap((key) => /^(?:draft|uploads)\.(.+)$/.exec(key)?.[1] ?? [])
  // WeChat does not say whether its list names what is encrypted.
  return new Set([...stored, ...Object.keys(readSetting('left.places') ?? {}), ...keptDrafts()])
}

/**
 * Forgets what this phone keeps of drafts: what is typed and not saved, picked files, the page as it was read, where it was left.
 * @param only ids; absent = of all
 */
export async function forgetDrafts(only?: readonly string[]): Promise<void> {
  const gone = [...draftIds()].filter((draftId) => only?.includes(draftId) ?? true)
  const left = Object.entries(readSetting('left.places') ?? {}).filter(([draftId]) => !gone.includes(draftId))
  writeSetting('left.places', Object.fromEntries(left))
  for (const draftId of gone) {
    await Promise.all([dropDraftCopy(draftId), forgetUploads(draftId), dropPage(`draft.${draftId}`)])
  }
}
