import type { SubjectType } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'

export interface MatterGroup {
  readonly title: string
  readonly matters: readonly MatterBrief[]
}

export type SubjectFilter = SubjectType | 'all'

export interface Search {
  readonly query: string
  readonly subject: SubjectFilter
}

export const NO_SEARCH: Search = { query: '', subject: 'all' }

/** Matters that fit the search and the identity, best match first within the themes, in the provider's order. */
export function groupMatters(
  matters: readonly MatterBrief[],
  query: string,
  subject: SubjectFilter,
): readonly MatterGroup[] {
  const groups = new Map<string, MatterBrief[]>()
  for (const matter of matters) {
    if (subject !== 'all' && !matter.subjects.includes(subject)) continue
    if (!matches(matter, query)) continue
    const title = matter.theme ?? matter.department
    groups.set(title, [...(groups.get(title) ?? []), matter])
  }
  return [...groups].map(([title, members]) => ({ title, matters: members }))
}

/**
 * Full or short name, theme or department; words in any order. People leave words out (护士注册 for 护士执业注册许可),
 * so the characters of a word may also stand apart, in order, in a name.
 */
function matches(matter: MatterBrief, query: string): boolean {
  const words = normalize(query).split(' ').filter(Boolean)
  const names = [matter.shortName, matter.name].map(normalize)
  const places = [matter.theme ?? '', matter.department].map(normalize)
  return words.every(
    (word) => names.some((name) => hasInOrder(name, word)) || places.some((place) => place.includes(word)),
  )
}

/** Full-width letters and digits → half-width, lower case, single spaces. */
function normalize(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

function hasInOrder(name: string, word: string): boolean {
  let at = 0
  for (const char of word) {
    const found = name.indexOf(char, at)
    if (found < 0) return false
    at = found + char.length
  }
  return true
}
