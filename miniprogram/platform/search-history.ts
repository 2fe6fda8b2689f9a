import { toPlain } from '../shared/form/text'
import { readSetting, writeSetting } from './storage'

const MOST = 10
/** Six digits in a row may be part of an ID number, a phone number or a birthday. */
const PERSONAL = /\d{6}/

/** May be an ID or phone number, however it is parted: neither kept on the phone nor sent to anybody. */
export const mayBePersonal = (words: string): boolean =>
  PERSONAL.test(toPlain(words).replace(/[^\da-z\u4e00-\u9fa5]/gi, ''))

/** The last searches, newest first. */
export function readHistory(): readonly string[] {
  const kept: unknown = readSetting('search.history')
  return Array.isArray(kept) ? kept.filter((words): words is string => typeof words === 'string') : []
}

/** Remembers a search, once, as the newest; what may be a number of a person never. */
export function noteSearch(words: string): void {
  const wanted = words.trim()
  if (wanted === '' || mayBePersonal(wanted)) return
  keep([wanted, ...without(wanted)].slice(0, MOST))
}

/** Forgets one search; resolves with what is left. */
export const dropSearch = (words: string): readonly string[] => keep(without(words))

export const clearHistory = (): readonly string[] => keep([])

const without = (words: string): readonly string[] => readHistory().filter((one) => one !== words)

/** A phone whose storage is full merely remembers no more. */
function keep(history: readonly string[]): readonly string[] {
  writeSetting('search.history', history)
  return history
}
