import { declaredAgent } from '../../../../miniprogram/shared/domain/agent'
import { type CallBudget } from '../../../kernel/context'
import { AppError } from '../../../kernel/errors'
import { Pace } from '../../../kernel/pace'
import { questionsOf } from '../../../ledger/reconcile'
import { type Errand, verdictOf } from '../../../ledger/settle'
import { type TakenSubmission } from '../../../one-network/mappers/declarations'
import { findCaseOf } from '../../../one-network/resources/cases'
import { submitDeclaration, type Submission } from '../../../one-network/resources/declarations'
import { declarationLedger, type DeclarationRow } from '../../../stores/declarations'
import { type ActiveIdentity, boundIdentity } from '../../account/identity'
import { sessionOf } from '../../account/session'
import { writeActDown } from '../../audit/acts'
import { submittedForms } from './form-content'
import { plainly } from './form-version'
import { closeDeclaration } from './receipt'

/** A draft again, with everything that was filled in. */
const REOPENED = { state: 'draft', submittingSince: '', submittedFiles: [], submittedForms: '' } as const

/** The formal submit (#4, saveType 2) as the ledger sends, queries (#19) and reads it back (#27, #15). */
export function submissionErrand(identity: ActiveIdentity, asked: CallBudget): Errand<DeclarationRow, TakenSubmission> {
  // A submission asks about every form and every material.
  const budget = { ...asked, pace: new Pace() }
  const session = sessionOf(identity.bindingId, budget)
  return {
    name: 'submission',
    budget,
    send: ({ row }) => submitDeclaration(session, submissionOf(row, identity)),
    query: async ({ row }) => {
      const found = await findCaseOf(session, row.declareNo)
      if (!found) return undefined
      const { caseNo, submittedAt: receivedAt, promisedFinishDate } = found
      return { caseNo, receivedAt, ...(promisedFinishDate ? { promisedFinishDate } : {}) }
    },
    taken: ({ caseNo, receivedAt = '', promisedFinishDate = '' }) => ({ caseNo, receivedAt, promisedFinishDate }),
    readBack: (claim) => closeDeclaration(claim, identity, budget),
    reopened: REOPENED,
    plainly,
  }
}

/** Submissions whose outcome is open. */
export const openSubmissions = questionsOf({
  name: 'submission',
  ledger: declarationLedger,
  whoOf: boundIdentity,
  errandFor: submissionErrand,
  settled: (row, outcome, budget) =>
    writeActDown('submission.settle', { whose: row, plain: { draft: row._id }, outcome }, budget),
})

/** As it was written down before it was first sent: a repetition is identical. */
function submissionOf(row: DeclarationRow, identity: ActiveIdentity): Submission {
  const forms = submittedForms(row)
  return {
    requestNo: row.submitRequestNo,
    declareNo: row.declareNo,
    profile: identity.profile,
    // As the forms say it, so that the case never names another agent than they do.
    agent: declaredAgent(forms.map(({ materialId, formData }) => ({ materialId, answers: formData }))),
    forms,
    materials: materialsOf(row),
    promisedMaterialIds: row.promisedMaterialIds,
  }
}

function materialsOf(row: DeclarationRow): Submission['materials'] {
  const files = row.submittedFiles.filter((file) => file.fieldId === '')
  return row.materials.flatMap(({ materialId }) => {
    // The provider takes a material either as promised or as a file.
    if (row.promisedMaterialIds.includes(materialId)) return []
    const attachIds = files.filter((file) => file.materialId === materialId).map((file) => file.attachId)
    return attachIds.length ? [{ materialId, attachIds }] : []
  })
}

/** The declaration cannot be changed because it is submitted (3003, currentStatus 1): the provider has the case. */
export const saysSubmitted = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'STATE_CHANGED' && verdictOf(error, true) === 'open'
