import { type Agent } from '../../../miniprogram/shared/domain/agent'
import { type Answers } from '../../../miniprogram/shared/form/answers'
import { must } from '../answers'
import { type Profile } from '../mappers/account'
import {
  type FormStatus,
  type OpenedDeclaration,
  type TakenSubmission,
  toFormStatus,
  toOpenedDeclaration,
  toTakenSubmission,
} from '../mappers/declarations'
import { toApplicant } from './applicant'
import { type UserSession } from '../user-session'

export interface OpenDeclarationInput {
  /** The same number and the same content give the same declaration. */
  readonly requestNo: string
  readonly matterId: string
  readonly optionIds: readonly string[]
}

/** Opens a declaration at the provider, also for a matter without situations (#16). */
export async function openDeclaration(
  user: UserSession,
  { requestNo, matterId, optionIds }: OpenDeclarationInput,
  opened: { readonly declareNo?: string } = {},
): Promise<OpenedDeclaration> {
  const body = { requestNo, itemId: matterId, optionIds: [...optionIds], ...opened }
  return must(toOpenedDeclaration(await user.call('chooseSituation', body)), 'declareNo')
}

/** Changes the situation of a declaration that is not submitted yet (#16 with declareNo). STATE_CHANGED when it was. */
export const changeSituation = (
  user: UserSession,
  { declareNo, ...input }: OpenDeclarationInput & { readonly declareNo: string },
): Promise<OpenedDeclaration> => openDeclaration(user, input, { declareNo })

export interface FilledForm {
  readonly materialId: string
  readonly formVersion: string
  /** In the provider's formData shape, with attachIds in signature fields. */
  readonly formData: Answers
}

export interface FormToSave extends FilledForm {
  readonly requestNo: string
  readonly declareNo: string
}

/** Saves one electronic form; it becomes part of a case only by `submitDeclaration` (#4, saveType 1). */
export async function saveForm(user: UserSession, form: FormToSave): Promise<void> {
  const { requestNo, declareNo } = form
  const forms = [toFormInput(form)]
  await user.call('saveDeclaration', { saveType: '1', requestNo, declareNo, forms })
}

export const toFormInput = ({ materialId, formVersion, formData }: FilledForm) => ({
  materialId,
  formVersion,
  formData: { ...formData },
})

/** What the provider holds of one form (#5). */
export async function readFormStatus(user: UserSession, declareNo: string, materialId: string): Promise<FormStatus> {
  return toFormStatus(await user.call('getFormStatus', { declareNo, materialId }))
}

export interface Submission {
  readonly requestNo: string
  readonly declareNo: string
  readonly profile: Profile
  /** Who acts for the applicant; null when the applicant does. */
  readonly agent: Agent | null
  readonly forms: readonly FilledForm[]
  /** Files by material, in the order in which they were added. */
  readonly materials: readonly { readonly materialId: string; readonly attachIds: readonly string[] }[]
  /** Materials that are promised for later. */
  readonly promisedMaterialIds: readonly string[]
}

/**
 * The formal submit, which makes the case (#4, saveType 2). It carries the forms again, although `saveForm` saved them:
 * an older saving that was under way for long may have arrived after a newer one and replaced it.
 * OUTCOME_UNKNOWN when no readable answer came: then ask with `findCaseOf` before anything else.
 */
export async function submitDeclaration(user: UserSession, submission: Submission): Promise<TakenSubmission> {
  const { requestNo, declareNo, profile, agent, forms, materials, promisedMaterialIds } = submission
  const body = {
    saveType: '2' as const,
    requestNo,
    declareNo,
    applicant: toApplicant(profile),
    ...(agent ? { agent } : {}),
    forms: forms.map(toFormInput),
    materials: materials.map(({ materialId, attachIds }) => ({ materialId, attachIds: [...attachIds] })),
    promiseMaterialIds: [...promisedMaterialIds],
  }
  const data = await user.call('saveDeclaration', body, { queryOpenOutcome: true })
  return must(toTakenSubmission(data), 'caseNo')
}
