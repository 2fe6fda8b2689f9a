import { isLatin } from './letters'
import { type Name, placesOfSyllables, syllablesOf } from './name'
import { everyPlace, oneWrongIn, type Places, placesFrom, placesInOrder, placesOfRight, startInOrder } from './places'

/** What a hit tells, the surest first. What stands there but for one letter comes behind everything that is there. */
export const SCORE = {
  whole: 10,
  begins: 9,
  contained: 8,
  pinyinBegins: 7,
  initialsBegin: 6,
  pinyinContained: 5,
  /** What people call it. */
  called: 5,
  /** Of the theme or the department. */
  place: 5,
  inOrder: 4,
  initialsContained: 3,
  initialsInOrder: 2,
  oneWrong: 1,
} as const

/** How a name fits a word, and which characters of it, as it is shown, were found: counted when they are asked for. */
interface NameFit {
  readonly score: number
  readonly places: () => Places
}

/** Letters of a short word that stand further apart than twice its length met by chance: `货运` is not 货…运. */
const SPREAD = 2
/** A shorter word but for one letter is anything. */
export const LEAST_OF_ONE_WRONG = 3
/** Fewer letters in the middle of a name begin many syllables. */
const LEAST_PINYIN = 3

/** Where a rule finds a word: places in what it looks at, when they are asked for; null = it does not. */
type Found = (() => Places) | null

interface Rule {
  readonly score: number
  readonly of: 'letters' | 'syllables'
  readonly find: (word: string, name: Name) => Found
}

const IN_ONE_PIECE: readonly Rule[] = [
  { score: SCORE.whole, of: 'letters', find: (word, { text }) => (word === text ? all(word, text) : null) },
  { score: SCORE.begins, of: 'letters', find: (word, { text }) => (text.startsWith(word) ? all(word, text) : null) },
  { score: SCORE.contained, of: 'letters', find: (word, { text }) => (text.includes(word) ? all(word, text) : null) },
]

const all = (word: string, text: string) => (): Places => everyPlace(word, text)

/** People leave letters out (护士注册 for 护士执业注册许可) and pick a wrong one from the keyboard's list. */
const LOOSE: readonly Rule[] = [
  {
    score: SCORE.inOrder,
    of: 'letters',
    find: (word, { text }) =>
      word.length === 1 ? null : inOrder(word, text, word.length === 2 ? word.length * SPREAD : Infinity),
  },
  {
    score: SCORE.oneWrong,
    of: 'letters',
    find(word, { text }) {
      const found = word.length < LEAST_OF_ONE_WRONG ? null : oneWrongIn(word, text)
      return found && (() => placesOfRight(found, word))
    },
  },
]

function inOrder(word: string, text: string, widest: number): Found {
  const start = startInOrder(word, text, widest)
  return start < 0 ? null : () => placesInOrder(word, text, start)
}

/** The syllable with which whole pinyin begins within a name: in the middle it covers a syllable at least; -1 = none. */
function syllableOf(word: string, { pinyin, starts }: Name): number {
  if (word.length < LEAST_PINYIN || !pinyin.includes(word)) return -1
  return starts.findIndex(
    (start, n) => start + word.length >= (starts[n + 1] ?? pinyin.length) && pinyin.startsWith(word, start),
  )
}

const READ: readonly Rule[] = [
  {
    score: SCORE.pinyinBegins,
    of: 'syllables',
    find: (word, name) => (name.pinyin.startsWith(word) ? () => syllablesOf(name, 0, word) : null),
  },
  {
    score: SCORE.initialsBegin,
    of: 'syllables',
    find: (word, { initials }) => (initials.startsWith(word) ? () => placesFrom(0, word.length) : null),
  },
  {
    score: SCORE.pinyinContained,
    of: 'syllables',
    find(word, name) {
      const first = syllableOf(word, name)
      return first < 0 ? null : () => syllablesOf(name, first, word)
    },
  },
  {
    score: SCORE.initialsContained,
    of: 'syllables',
    find(word, { initials, leastInitials }) {
      const first = word.length < leastInitials ? -1 : initials.indexOf(word)
      return first < 0 ? null : () => placesFrom(first, word.length)
    },
  },
  {
    score: SCORE.initialsInOrder,
    of: 'syllables',
    find: (word, { initials }) => (word.length > 2 ? inOrder(word, initials, word.length * SPREAD) : null),
  },
]

const FOR_LATIN = [...IN_ONE_PIECE, ...READ]
const FOR_CHINESE = [...IN_ONE_PIECE, ...LOOSE]

/** The surest way, better than `than`, in which a name fits a word of a query; null = there is none. */
export function fitOfName(name: Name, word: string, than = 0): NameFit | null {
  for (const { score, of, find } of isLatin(word) ? FOR_LATIN : FOR_CHINESE) {
    if (score <= than) return null
    const found = find(word, name)
    if (found === null) continue
    const places = (): Places =>
      of === 'letters' ? found().map((unit) => name.at[unit] ?? 0) : placesOfSyllables(name, found())
    return { score, places }
  }
  return null
}
