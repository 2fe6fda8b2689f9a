import type { MatterBrief } from '../matter'
import {
  everyPlace,
  isInitials,
  placesInOrder,
  placesTogether,
  placesWithInitial,
  plain,
  wordsOf,
  type Places,
} from './letters'

/** How a matter fits a query: the higher, the better; and which letters of its two names were found. */
export interface Fit {
  readonly score: number
  readonly short: Places
  readonly full: Places
}

const NO_PLACES: Places = []

/** What a word tells, the surest first. */
const SCORE = {
  whole: 8,
  begins: 7,
  contained: 6,
  initialsBegin: 5,
  place: 4,
  inOrder: 3,
  initialsContained: 2,
  initialsInOrder: 1,
} as const

/** Letters of a short word that stand further apart than twice its length met by chance: `货运` is not 货…运. */
const SPREAD = 2

/** The full name as a list shows it. */
export const fullNameOf = ({ name, label }: Pick<MatterBrief, 'name' | 'label'>): string => label ?? name

/**
 * How a matter fits a query; null = it does not. Every word must fit: full, short or corrected name, theme, department,
 * or the initials of a name. People leave letters out (护士注册 for 护士执业注册许可), so they may also stand apart, in order.
 */
export function fitOf(matter: MatterBrief, query: string): Fit | null {
  const fits = wordsOf(query).map((word) => bestOf([fitOfNames(matter, word), fitOfInitials(matter, word)]))
  if (fits.length === 0 || !fits.every((fit) => fit !== null)) return null
  return {
    score: Math.min(...fits.map(({ score }) => score)),
    short: merged(fits.map(({ short }) => short)),
    full: merged(fits.map(({ full }) => full)),
  }
}

/** The matters that fit a query, the best first; equal ones in their old order. */
export function findMatters(matters: readonly MatterBrief[], query: string): readonly MatterBrief[] {
  return matters
    .flatMap((matter) => {
      const fit = fitOf(matter, query)
      return fit === null ? [] : [{ matter, score: fit.score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ matter }) => matter)
}

function fitOfNames(matter: MatterBrief, word: string): Fit | null {
  const names = [matter.shortName, fullNameOf(matter), matter.name].map(plain)
  const [short, full] = names.map((name) => everyPlace(word, name) ?? inName(word, name) ?? NO_PLACES)
  const found = { short: short ?? NO_PLACES, full: full ?? NO_PLACES }
  const score = scoreOfNames(names, word)
  if (score > 0) return { score, ...found }
  const inPlace = [matter.theme ?? '', matter.department].some((place) => plain(place).includes(word))
  return inPlace ? { score: SCORE.place, ...found } : null
}

const inName = (word: string, name: string): Places | null =>
  word.length === 1 ? null : placesInOrder(word, name, word.length === 2 ? word.length * SPREAD : Infinity)

function scoreOfNames(names: readonly string[], word: string): number {
  if (names.includes(word)) return SCORE.whole
  if (names.some((name) => name.startsWith(word))) return SCORE.begins
  if (names.some((name) => name.includes(word))) return SCORE.contained
  return names.some((name) => inName(word, name) !== null) ? SCORE.inOrder : 0
}

function fitOfInitials(matter: MatterBrief, word: string): Fit | null {
  const [short = '', full = ''] = matter.initials ?? []
  if (!isInitials(word)) return null
  const score = Math.max(scoreOfInitials(word, short, 2), scoreOfInitials(word, full, 3))
  if (score === 0) return null
  return {
    score,
    short: placesOfInitials(word, short, matter.shortName, score),
    full: placesOfInitials(word, full, fullNameOf(matter), score),
  }
}

/** @param least letters that a word in the middle must have: among 50 initials, two meet by chance */
function scoreOfInitials(word: string, initials: string, least: number): number {
  if (initials.startsWith(word)) return SCORE.initialsBegin
  if (word.length >= least && initials.includes(word)) return SCORE.initialsContained
  return word.length > 2 && placesInOrder(word, initials, word.length * SPREAD) ? SCORE.initialsInOrder : 0
}

/** The letters of the name whose initials were found as surely as `score` says. */
function placesOfInitials(word: string, initials: string, name: string, score: number): Places {
  const letters = placesWithInitial(name)
  if (letters.length !== initials.length || scoreOfInitials(word, initials, 2) < score) return NO_PLACES
  const places = placesTogether(word, initials) ?? placesInOrder(word, initials) ?? NO_PLACES
  return places.flatMap((at) => letters[at] ?? [])
}

function bestOf(fits: readonly (Fit | null)[]): Fit | null {
  return fits.reduce((best, fit) => (fit !== null && (best === null || fit.score > best.score) ? fit : best), null)
}

const merged = (all: readonly Places[]): Places => [...new Set(all.flat())].sort((a, b) => a - b)
