import type { Situation } from '../../../../shared/domain/matter'
import {
  blockedOption,
  chooseOption,
  nextSituation,
  pruneOptions,
  shownSituations,
  situationAnswers,
  situationsComplete,
} from '../../../../shared/domain/situation'

export interface PathRow {
  readonly situationId: string
  readonly question: string
  readonly answer: string
}

export interface QuestionView {
  readonly situationId: string
  readonly question: string
  readonly multiple: boolean
  readonly required: boolean
  readonly options: readonly {
    readonly optionId: string
    readonly name: string
    readonly chosen: boolean
    readonly blockedBecause: string
  }[]
}

/** Where the citizen is on the way through the questions. */
export interface PathState {
  readonly optionIds: readonly string[]
  /** Optional questions that were passed over. */
  readonly skipped: readonly string[]
  /** The question that is open; null = all are answered. */
  readonly currentId: string | null
}

export function startPath(situations: readonly Situation[]): PathState {
  return advance(situations, NO_PATH)
}

/** The path that the phone kept, as far as its questions are still asked; without one, the start. */
export function pathIn(situations: readonly Situation[], kept: object | null): PathState {
  const { optionIds, skipped } = { ...NO_PATH, ...kept }
  if (!Array.isArray(optionIds) || !Array.isArray(skipped)) return startPath(situations)
  return advance(situations, { optionIds: pruneOptions(situations, optionIds.map(String)), skipped, currentId: null })
}

/** The path of a draft whose questions were answered; optional ones without an answer were passed over. */
export function resumePath(situations: readonly Situation[], chosen: readonly string[]): PathState {
  const optionIds = pruneOptions(situations, chosen)
  const answers = situationAnswers(situations, optionIds)
  const skipped = situations.map(({ situationId }) => situationId).filter((id) => answers[id] === undefined)
  return advance(situations, { optionIds, skipped, currentId: null })
}

/** Taps an option. A single choice goes on by itself; a multiple choice waits for "next". */
export function choose(situations: readonly Situation[], path: PathState, optionId: string): PathState {
  const owner = situations.find(({ options }) => options.some((option) => option.optionId === optionId))
  const chosen = { ...path, optionIds: chooseOption(situations, path.optionIds, optionId) }
  return owner?.multiple === true ? chosen : advance(situations, chosen)
}

/** Leaves the open question, answered or not (optional ones may be passed over). */
export function leaveQuestion(situations: readonly Situation[], path: PathState): PathState {
  const skipped = path.currentId === null ? path.skipped : [...path.skipped, path.currentId]
  return advance(situations, { ...path, skipped })
}

/** Opens an answered question again; its answer stays until another one is chosen. */
export function reopen(path: PathState, situationId: string): PathState {
  return { ...path, currentId: situationId, skipped: path.skipped.filter((id) => id !== situationId) }
}

function advance(situations: readonly Situation[], path: PathState): PathState {
  const open = situations.filter(({ situationId, required }) => required || !path.skipped.includes(situationId))
  // What cannot be filed here needs no more answers: the reason is shown, and the answers can be changed.
  const isBlocked = blockedOption(situations, path.optionIds) !== null
  const current = isBlocked ? null : nextSituation(open, path.optionIds)
  return { ...path, currentId: current?.situationId ?? null }
}

/** Nothing asked yet. */
export const NO_PATH: PathState = { optionIds: [], skipped: [], currentId: null }

/** What the page shows of the path. */
export interface PathView {
  readonly rows: readonly PathRow[]
  readonly question: QuestionView | null
  /** Which question this is, and how many the answers so far lead to. */
  readonly at: number
  readonly of: number
  /** All answers in one line. */
  readonly summary: string
  readonly canLeave: boolean
  /** Why this cannot be filed online; '' = it can. */
  readonly blockedBecause: string
  /** The question whose answer does so; '' = none. */
  readonly blockedAt: string
  readonly complete: boolean
}

export const NO_PATH_VIEW: PathView = {
  rows: [],
  question: null,
  at: 0,
  of: 0,
  summary: '',
  canLeave: false,
  blockedBecause: '',
  blockedAt: '',
  complete: false,
}

export function pathView(situations: readonly Situation[], path: PathState): PathView {
  const shown = shownSituations(situations, path.optionIds)
  const current = shown.find(({ situationId }) => situationId === path.currentId) ?? null
  const blocked = blockedOption(situations, path.optionIds)
  const question = current === null ? null : questionView(current, path.optionIds)
  const answered = question !== null && question.options.some(({ chosen }) => chosen)
  const rows = shown
    .filter(({ situationId }) => situationId !== path.currentId)
    .map((situation) => rowOf(situation, path.optionIds))
    .filter(({ answer }) => answer !== '')
  return {
    rows,
    question,
    at: shown.findIndex(({ situationId }) => situationId === path.currentId) + 1,
    of: shown.length,
    summary: rows.map(({ answer }) => answer).join(' · '),
    canLeave:
      question !== null && (question.multiple ? answered || !question.required : !question.required || answered),
    blockedBecause: blocked?.blockedBecause ?? '',
    blockedAt: shown.find(({ options }) => options.some((option) => option === blocked))?.situationId ?? '',
    complete: current === null && blocked === null && situationsComplete(situations, path.optionIds),
  }
}

function rowOf(situation: Situation, optionIds: readonly string[]): PathRow {
  const chosen = situation.options.filter(({ optionId }) => optionIds.includes(optionId))
  return {
    situationId: situation.situationId,
    question: situation.question,
    answer: chosen.map(({ name }) => name).join('、'),
  }
}

function questionView(situation: Situation, optionIds: readonly string[]): QuestionView {
  return {
    situationId: situation.situationId,
    question: situation.question,
    multiple: situation.multiple,
    required: situation.required,
    options: situation.options.map(({ optionId, name, blockedBecause }) => ({
      optionId,
      name,
      chosen: optionIds.includes(optionId),
      blockedBecause: blockedBecause ?? '',
    })),
  }
}
