import type { MatterBrief } from '../matter'
import { type Entry, entryOf, isCalled, scoreOf } from './entry'
import { LEAST_OF_ONE_WRONG, SCORE } from './fit-name'
import { isLatin, wordsOf } from './letters'
import { Postings } from './postings'

/** A matter that fits a query. */
export interface Hit {
  readonly matter: MatterBrief
  readonly score: number
}

/** Is it there but for one letter of a word only? */
export const isNear = ({ score }: Hit): boolean => score === SCORE.oneWrong

/** Matters that are searched again and again: made ready once, so that a query looks only at those that may fit it. */
export class MatterIndex {
  private readonly entries: readonly Entry[]
  private readonly byLetter: Postings
  private readonly byInitial: Postings
  private readonly bySyllable: Postings
  private readonly syllables: readonly string[]

  constructor(readonly matters: readonly MatterBrief[]) {
    this.entries = matters.map(entryOf)
    this.byLetter = new Postings(
      this.entries.map(
        ({ short, full, other, places }) => new Set([short.text, full.text, other.text, ...places].join('')),
      ),
    )
    this.byInitial = new Postings(this.entries.map(({ short, full }) => new Set(short.initials + full.initials)))
    this.bySyllable = new Postings(matters.map(({ pinyin = [] }) => new Set(pinyin.flatMap((name) => name.split(' ')))))
    this.syllables = this.bySyllable.keys()
  }

  /**
   * The matters that fit a query, the best first; equal ones in their old order. Initials that stand apart (hyxk in
   * 护士执业…许可) are a guess, which is made only where nothing surer fits.
   */
  find(query: string): readonly Hit[] {
    const words = wordsOf(query)
    const byScore: Hit[][] = []
    for (const entry of this.mayFit(words)) {
      const score = scoreOf(entry, words)
      if (score > 0) (byScore[score] ??= []).push({ matter: entry.matter, score })
    }
    const hits = byScore.reverse().flatMap((hits) => hits)
    const surest = hits[0]?.score ?? 0
    return surest > SCORE.initialsInOrder ? hits.filter(({ score }) => score !== SCORE.initialsInOrder) : hits
  }

  /** No other can fit: each word must, so the rarest says enough. */
  private mayFit(words: readonly string[]): readonly Entry[] {
    const candidates = words.map((word) => this.mayFitWord(word)).sort((a, b) => a.length - b.length)
    return candidates[0] ?? []
  }

  private mayFitWord(word: string): readonly Entry[] {
    const marks = new Uint8Array(this.entries.length)
    const letters = [...new Set(word)]
    const wrong = !isLatin(word) && word.length >= LEAST_OF_ONE_WRONG ? 1 : 0
    this.byLetter.mark(letters, Math.max(letters.length - wrong, 1), marks)
    if (isLatin(word)) {
      const begins = this.syllables.filter((syllable) => word.startsWith(syllable) || syllable.startsWith(word))
      this.byInitial.mark(letters, letters.length, marks)
      this.bySyllable.mark(begins, 1, marks)
    }
    return this.entries.filter((entry, at) => marks[at] === 1 || isCalled(entry, word))
  }
}
