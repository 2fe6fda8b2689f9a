import type { Declaration } from '../../../shared/domain/declaration'
import { promisedOf } from '../../../shared/domain/promise'
import { Draft } from '../draft/draft'
import { AFTER_THE_FORMS, stepsOf } from '../draft/form-steps'
import type { NextPlace } from '../draft/next-place'
import type { Word } from '../../../shared/domain/words'
import type { MaterialView } from './material-view'

/** Where the attachments stand among the steps of a declaration: after the forms, before the review. */
export interface PlaceView {
  /** e.g. 9/10 */
  readonly step: string
  /** 0–100 of the way. */
  readonly percent: number
  /** The step before: the last one of the forms; null = there is no form. */
  readonly before: NextPlace | null
}

export const NO_PLACE: PlaceView = { step: '', percent: 0, before: null }

/** What is still to be done on the page, in the words of its head, its bar and its button. */
export interface StandingView {
  readonly text: string
  readonly tone: 'turn' | 'done'
  /** The blue button leads to the letter: nothing else lacks. */
  readonly toLetter: boolean
}

export function placeView(declaration: Declaration): PlaceView {
  const forms = stepsOf(new Draft(declaration))
  const [place, all] = [forms.length + 1, forms.length + AFTER_THE_FORMS]
  const [last] = forms.slice(-1)
  return {
    step: `${place}/${all}`,
    percent: Math.round((100 * place) / all),
    before: last === undefined ? null : { materialId: last.materialId, sectionId: last.sectionId },
  }
}

/** Is something promised whose letter is not complete, or not signed? */
export function letterWaits(declaration: Declaration): boolean {
  if (promisedOf(declaration.promises).length === 0) return false
  return new Draft(declaration).problems(declaration.promises.letter).some(({ severity }) => severity === 'error')
}

export function standingView(materials: readonly MaterialView[], isLetterOpen: boolean): StandingView {
  const lacking = materials.filter(({ enough }) => !enough).length
  if (lacking > 0) return { text: `还差 ${lacking} 项材料`, tone: 'turn', toLetter: false }
  if (isLetterOpen) return { text: '还差 1 个签名', tone: 'turn', toLetter: true }
  const failed = materials.reduce((sum, material) => sum + material.failed, 0)
  if (failed > 0) return { text: `${failed} 个文件没有传上`, tone: 'turn', toLetter: false }
  return { text: '材料齐了', tone: 'done', toLetter: false }
}

/** Ids of materials in the order of a fresh look: what is unfinished first, else as the provider lists them. */
export const unfinishedFirst = (materials: readonly MaterialView[]): readonly string[] =>
  [...materials].sort((a, b) => Number(b.unfinished) - Number(a.unfinished)).map(({ materialId }) => materialId)

/** @param order from `unfinishedFirst`: a card does not jump away under a finger */
export const inOrder = (materials: readonly MaterialView[], order: readonly string[]): readonly MaterialView[] =>
  [...materials].sort((a, b) => order.indexOf(a.materialId) - order.indexOf(b.materialId))

/** Material id → the words that stand there for the first time on the page, as it is ordered. */
export function wordsBeside(materials: readonly MaterialView[]): Readonly<Record<string, readonly Word[]>> {
  const free = materials.find(({ tag }) => tag.text === FREE)
  const promise = materials.find((one) => one.promise.state === 'open' || one.promise.state === 'promised')
  const words: Record<string, readonly Word[]> = {}
  if (free) words[free.materialId] = [FREE]
  if (promise) words[promise.materialId] = [...(words[promise.materialId] ?? []), '承诺后补']
  return words
}

const FREE = '能核验就免交'
