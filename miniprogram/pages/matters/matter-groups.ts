import type { SubjectType } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'
import { findMatters } from '../../shared/domain/search/find-matters'
import { shorterWords } from '../../shared/domain/search/shorter-words'

export interface MatterGroup {
  /** '' = the answer to a search, in the order of its quality. */
  readonly title: string
  readonly matters: readonly MatterBrief[]
}

export type SubjectFilter = SubjectType | 'all'

export interface Search {
  readonly query: string
  readonly subject: SubjectFilter
}

export const NO_SEARCH: Search = { query: '', subject: 'all' }

const SUBJECTS: readonly unknown[] = ['all', 'person', 'enterprise'] satisfies readonly SubjectFilter[]

/** The search that the phone kept; null when it is none. */
export function searchIn(kept: object | null): Search | null {
  const { query, subject } = { query: undefined, subject: undefined, ...kept }
  return typeof query === 'string' && isSubject(subject) ? { query, subject } : null
}

const isSubject = (value: unknown): value is SubjectFilter => SUBJECTS.includes(value)

/** What the provider found for a search. */
export interface Provided extends Search {
  readonly matters: readonly MatterBrief[]
}

export interface MattersView {
  readonly groups: readonly MatterGroup[]
  readonly found: number
  /** When nothing was found: shorter words that find something, and all themes. */
  readonly words: readonly string[]
  readonly themes: readonly string[]
}

/** What a search shows: without words all matters by theme; else the provider's hits, then ours that it did not find. */
export function mattersView(matters: readonly MatterBrief[], search: Search, provided: Provided | null): MattersView {
  const fitting = matters.filter(({ subjects }) => search.subject === 'all' || subjects.includes(search.subject))
  const groups = search.query.trim() === '' ? byTheme(fitting) : answerTo(fitting, search, provided)
  const found = groups.reduce((sum, group) => sum + group.matters.length, 0)
  if (found > 0) return { groups, found, words: [], themes: [] }
  const themes = [...new Set(matters.map(themeOf))]
  return { groups, found, words: shorterWords(fitting, search.query), themes }
}

const themeOf = ({ theme, department }: MatterBrief): string => theme ?? department

/** In the provider's order. */
function byTheme(matters: readonly MatterBrief[]): readonly MatterGroup[] {
  const groups = new Map<string, MatterBrief[]>()
  for (const matter of matters) groups.set(themeOf(matter), [...(groups.get(themeOf(matter)) ?? []), matter])
  return [...groups].map(([title, members]) => ({ title, matters: members }))
}

function answerTo(
  matters: readonly MatterBrief[],
  { query, subject }: Search,
  provided: Provided | null,
): readonly MatterGroup[] {
  const isAnswer = provided !== null && provided.query === query && provided.subject === subject
  const first = isAnswer ? provided.matters : []
  const known = new Set(first.map(({ matterId }) => matterId))
  const all = [...first, ...findMatters(matters, query).filter(({ matterId }) => !known.has(matterId))]
  return all.length === 0 ? [] : [{ title: '', matters: all }]
}
