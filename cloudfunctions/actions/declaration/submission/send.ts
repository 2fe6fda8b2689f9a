import { type ErrorCode } from '../../../../miniprogram/shared/contract/errors'
import { declaredAgent } from '../../../../miniprogram/shared/domain/agent'
import { AppError } from '../../../kernel/errors'
import { UpstreamFailure } from '../../../one-network/failure'
import { type TakenSubmission } from '../../../one-network/mappers/declarations'
import { submitDeclaration, type Submission } from '../../../one-network/resources/declarations'
import { type DeclarationRow } from '../../../stores/declarations'
import { withUserToken } from '../../account/session'
import { submittedForms } from './form-content'
import { plainly } from './form-version'
import { advance, backToDraft, type Held } from './held'

/** taken: the provider named the case. open: no readable answer, or one that says that it may have the case already. */
export type Sent =
  | { readonly kind: 'taken'; readonly held: Held; readonly taken: TakenSubmission }
  | { readonly kind: 'open'; readonly held: Held; readonly failure: AppError }

/** The materials of the formal submit, from what was written down before it was first sent: a repetition is identical. */
function materialsOf(row: DeclarationRow): Submission['materials'] {
  const files = row.submittedFiles.filter((file) => file.fieldId === '')
  return row.materials.flatMap(({ materialId }) => {
    // The provider takes a material either as promised or as a file.
    if (row.promisedMaterialIds.includes(materialId)) return []
    const attachIds = files.filter((file) => file.materialId === materialId).map((file) => file.attachId)
    return attachIds.length ? [{ materialId, attachIds }] : []
  })
}

/**
 * Sends the formal submit (#4, saveType 2) under the draft's one requestNo. A clear refusal makes it a draft again and
 * is thrown. `firstTime` false: a refusal because of the state was already looked into, so it is clear too.
 */
export async function send(held: Held, firstTime: boolean): Promise<Sent> {
  const sending = await advance(held, { phase: 'sending' })
  const { row, identity, waiting } = sending
  const forms = submittedForms(row)
  const submission: Submission = {
    requestNo: row.submitRequestNo,
    declareNo: row.declareNo,
    profile: identity.profile,
    // As the forms say it, so that the case never names another agent than they do.
    agent: declaredAgent(forms.map(({ materialId, formData }) => ({ materialId, answers: formData }))),
    forms,
    materials: materialsOf(row),
    promisedMaterialIds: row.promisedMaterialIds,
  }
  try {
    const taken = await withUserToken(identity.bindingId, waiting, (token) =>
      submitDeclaration(submission, token, waiting),
    )
    return { kind: 'taken', held: sending, taken }
  } catch (error) {
    if (isOpen(error, firstTime)) {
      return { kind: 'open', held: await advance(sending, { phase: 'unknown' }), failure: error }
    }
    if (firstTime ? error instanceof AppError : error instanceof UpstreamFailure) await backToDraft(sending)
    throw plainly(error, row)
  }
}

/** Codes that say only that the provider could not be reached or asked now. */
export const CANNOT_ASK: readonly ErrorCode[] = ['UPSTREAM_UNAVAILABLE', 'RATE_LIMITED', 'OUTCOME_UNKNOWN']

/**
 * The first time a state refusal may mean that an earlier try arrived after all. A repetition that the provider cannot
 * take now stays open: the citizen was told 结果确认中, and nobody is there to read that it became a draft again.
 */
function isOpen(error: unknown, firstTime: boolean): error is UpstreamFailure {
  if (!(error instanceof UpstreamFailure)) return false
  return !error.facts.notPerformed || (firstTime ? error.code === 'STATE_CHANGED' : CANNOT_ASK.includes(error.code))
}

/** The declaration cannot be changed because it is submitted (3003, currentStatus 1): the provider has the case. */
export const saysSubmitted = (error: unknown): boolean =>
  error instanceof UpstreamFailure && error.code === 'STATE_CHANGED' && !error.facts.notPerformed
