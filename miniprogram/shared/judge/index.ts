/**
 * The one judge of filled forms: the pages, the review, the submit, the supplement and the print ask it and nothing else.
 * It stands above shared/domain and shared/form because it reads both: in shared/form it would close a circle of imports.
 */
import { agentProblems, askedForms } from '../domain/agent'
import { letterProblems, promisedIds, promisedOf } from '../domain/promise'
import { validateForm, type Problem } from '../form/index'
import type { JudgedForm } from './form'
import { contextOf, type Grounds } from './grounds'
import { missingMaterials, type MissingMaterial } from './materials'
import { signatureProblems } from './signatures'

export type { JudgedForm } from './form'
export { contextOf, type Grounds } from './grounds'
export { filesOf, mustCome, neededFiles, type FilesOfMaterial, type JudgedFile } from './materials'
export { isAnswered, lackOf, lackSentence } from './round'

/** The opinion of filled forms; the server's counts, whatever the page found. */
export interface Verdict {
  /** By materialId; only of forms with problems. */
  readonly problems: Readonly<Record<string, readonly Problem[]>>
  /** Of a draft: what is still to be brought. */
  readonly missingMaterials: readonly MissingMaterial[]
  /** Why this applicant cannot file the chosen situation, or promise what is promised; '' = it can. */
  readonly barred: string
}

/** The forms that are asked for: an idle letter of authorisation is neither shown, nor judged, nor sent. */
export const askedOf = (forms: readonly JudgedForm[], { files }: Pick<Grounds, 'files'>): readonly JudgedForm[] =>
  files.kind === 'draft' ? askedForms(forms, files.materials) : forms

/** Judges all forms together. */
export function judgeForms(forms: readonly JudgedForm[], grounds: Grounds): Verdict {
  const { files, promises } = grounds
  const promised = promisedIds(promises)
  const problems = askedOf(forms, grounds).flatMap((form) => {
    const found = problemsOf(form, forms, grounds)
    return found.length > 0 ? [[form.materialId, found] as const] : []
  })
  return {
    problems: Object.fromEntries(problems),
    missingMaterials: files.kind === 'draft' ? missingMaterials(files.materials, files.list, promised) : [],
    barred: grounds.barred || (promised.length > 0 ? promises.barred : ''),
  }
}

/** Everything that is wrong with one form. @param forms all that belong together, `form` among them */
export function problemsOf(form: JudgedForm, forms: readonly JudgedForm[], grounds: Grounds): readonly Problem[] {
  const context = contextOf(form.answers, grounds)
  const { files } = grounds
  return [
    ...validateForm(form.schema, context, grounds.workingDays),
    ...(files.kind === 'draft' ? signatureProblems(form, context, files.list) : []),
    ...problemsAround(form, forms, grounds),
  ]
}

/** What is wrong with a form beyond itself: other agents than in the letter, another promise than was made. */
export function problemsAround(
  { materialId, answers }: JudgedForm,
  forms: readonly JudgedForm[],
  { promises }: Pick<Grounds, 'promises'>,
): readonly Problem[] {
  const ofLetter = materialId === promises.letter ? letterProblems(answers, promisedOf(promises)) : []
  return [...(agentProblems(forms)[materialId] ?? []), ...ofLetter]
}
