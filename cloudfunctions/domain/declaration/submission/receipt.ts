import { declaredAgent } from '../../../../miniprogram/shared/domain/agent'
import { type CallBudget } from '../../../kernel/context'
import { type Claim } from '../../../ledger/claim'
import { SUBMITTED } from '../../../one-network/mappers/cases'
import { readProgress } from '../../../one-network/resources/cases'
import { type DeclarationRow, type SubmittedFile, type WrittenReceipt } from '../../../stores/declarations'
import { type ActiveIdentity } from '../../account/identity'
import { maskName } from '../../../../miniprogram/shared/form/masked'
import { sessionOf } from '../../account/session'
import { watchCase } from '../../news/watch'
import { arrivedEarlier } from './earlier-files'
import { submittedForms } from './form-content'
import { heldAttachIds } from './prepare'
import { type Submitting } from './submitting'

/**
 * Reads the case (#27) and its files (#15) back and closes the draft: only then it is called submitted. When that is not
 * possible now, it stays 结果确认中 with its case number kept.
 */
export async function closeDeclaration(
  claim: Claim<DeclarationRow>,
  identity: ActiveIdentity,
  budget: CallBudget,
): Promise<void> {
  const { row } = claim
  const receipt = await makeReceipt({ row, identity, budget })
  // Watched before it is called submitted: whatever happens to it then is told.
  await watchCase(row, row, { code: SUBMITTED, turn: 'office' })
  await claim.release({ state: 'submitted', receipt, openKey: `closed:${row._id}` })
}

async function makeReceipt(submitting: Submitting): Promise<WrittenReceipt> {
  const { row, identity, budget } = submitting
  const { caseNo, submittedFiles: files } = row
  // A file inside a form belongs to the form, which the provider held with it before the submit (prepare): nothing
  // moves it afterwards. A file of a material must have become part of this very case.
  const ofMaterials = files.filter((file) => file.fieldId === '')
  const uploaded = ofMaterials.filter((file) => !file.earlier)
  const again = ofMaterials.filter((file) => file.earlier)
  const [progress, listed, copied] = await Promise.all([
    readProgress(sessionOf(identity.bindingId, budget), caseNo),
    heldAttachIds(submitting, uploaded),
    arrivedEarlier(submitting, caseNo, again),
  ])
  const arrived = (file: SubmittedFile): boolean =>
    file.fieldId !== '' || copied.has(file) || listed.get(file.attachId) === caseNo
  const missing = files.filter((file) => !arrived(file))
  const { name } = identity.profile
  const agent = declaredAgent(submittedForms(row).map((form) => ({ ...form, answers: form.formData })))
  const promisedFinishDate = progress.promisedFinishDate ?? row.promisedFinishDate
  return {
    caseNo,
    matterName: row.matterName,
    applicantName: identity.profile.subjectType === 'person' ? maskName(name) : name,
    ...(agent ? { agentName: maskName(agent.name) } : {}),
    statusName: progress.status.name,
    submittedAt: row.receivedAt || row.submittingSince,
    ...(promisedFinishDate ? { promisedFinishDate } : {}),
    delivered: files.length - missing.length,
    total: files.length,
    missing: missing.map((file) => file.fileName),
    promised: row.materials
      .filter(({ materialId }) => row.promisedMaterialIds.includes(materialId))
      .map(({ name: material, promiseDays: days }) => ({ name: material, ...(days === undefined ? {} : { days }) })),
  }
}
