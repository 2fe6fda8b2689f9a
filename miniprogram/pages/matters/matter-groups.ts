import type { IconName } from '../../components/svg-icon/icon-names'
import { topicIcon } from '../../components/svg-icon/topic-icon'
import type { SubjectType } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'
import { wordsOf } from '../../shared/domain/search/letters'
import { type Hit, isNear, type MatterIndex } from '../../shared/domain/search/matter-index'
import { shorterWords } from '../../shared/domain/search/shorter-words'

export interface MatterGroup {
  /** '' = the answer to a search, in the order of its quality. */
  readonly title: string
  readonly icon: IconName
  readonly matters: readonly MatterBrief[]
  /** How many matters stand in the groups before it. */
  readonly before: number
}

export interface Topic {
  readonly name: string
  readonly icon: IconName
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
  /** Nothing is there as it was written: what is shown differs by a letter. */
  readonly near: boolean
  /** When nothing was found: shorter words that find something. */
  readonly words: readonly string[]
  /** All topics of the catalogue, in its order. */
  readonly topics: readonly Topic[]
  /** How many of the found ones cannot be filed online. */
  readonly atWindow: number
}

/** Is anything searched for? Signs alone are as good as nothing. */
export const hasWords = (query: string): boolean => wordsOf(query).length > 0

/**
 * What a search shows: without words all matters by topic (those of one topic when it is chosen); else the provider's hits,
 * then ours that it did not find.
 * @param topic '' = all
 */
export function mattersView(index: MatterIndex, search: Search, provided: Provided | null, topic = ''): MattersView {
  const { matters } = index
  const fits = ({ subjects }: MatterBrief): boolean => search.subject === 'all' || subjects.includes(search.subject)
  const searched = hasWords(search.query)
  const ours = searched ? index.find(search.query).filter(({ matter }) => fits(matter)) : []
  const first = searched ? providedFor(search, provided) : []
  const shown = matters.filter((matter) => fits(matter) && (topic === '' || topicOf(matter) === topic))
  const groups = searched ? inOneGroup(first, ours) : byTopic(shown)
  const found = groups.reduce((sum, group) => sum + group.matters.length, 0)
  const near = found > 0 && searched && first.length === 0 && ours.every(isNear)
  const topics = [...new Set(matters.map(topicOf))].map((name) => ({ name, icon: topicIcon(name) }))
  const words = found > 0 ? [] : shorterWords(matters.filter(fits), search.query)
  const atWindow = groups.flatMap((group) => group.matters).filter(({ fileable }) => !fileable).length
  return { groups, found, near, words, topics, atWindow }
}

const topicOf = ({ theme, department }: MatterBrief): string => theme ?? department

/** In the provider's order. */
function byTopic(matters: readonly MatterBrief[]): readonly MatterGroup[] {
  const groups = new Map<string, MatterBrief[]>()
  for (const matter of matters) groups.set(topicOf(matter), [...(groups.get(topicOf(matter)) ?? []), matter])
  let before = 0
  return [...groups].map(([title, members]) => {
    const group = { title, icon: topicIcon(title), matters: members, before }
    before += members.length
    return group
  })
}

/** The provider's hits, when it was asked for this very search. */
const providedFor = ({ query, subject }: Search, provided: Provided | null): readonly MatterBrief[] =>
  provided !== null && provided.query === query && provided.subject === subject ? provided.matters : []

function inOneGroup(first: readonly MatterBrief[], ours: readonly Hit[]): readonly MatterGroup[] {
  const known = new Set(first.map(({ matterId }) => matterId))
  const all = [...first, ...ours.flatMap(({ matter }) => (known.has(matter.matterId) ? [] : matter))]
  return all.length === 0 ? [] : [{ title: '', icon: 'app', matters: all, before: 0 }]
}
