import { type Receipt, type SubmitOutcome } from '../../../../miniprogram/shared/domain/declaration'
import { declaredAgent } from '../../../../miniprogram/shared/domain/agent'
import { describeError, log } from '../../../kernel/log'
import { AppError } from '../../../kernel/errors'
import { SUBMITTED } from '../../../one-network/mappers/cases'
import { readProgress } from '../../../one-network/resources/cases'
import { type SubmittedFile } from '../../../stores/declarations'
import { maskName } from '../../account/masking'
import { withUserToken } from '../../account/session'
import { watchCase } from '../../approval-event/watch'
import { arrivedEarlier } from './earlier-files'
import { submittedForms } from './form-content'
import { advance, type Held, outcomeOf, rest } from './held'
import { heldAttachIds } from './prepare'

/** What is known about the case before it was read back. */
export interface FoundCase {
  readonly caseNo: string
  readonly receivedAt?: string
  readonly promisedFinishDate?: string
}

/**
 * The case exists. It is called submitted only after the case (#27) and every file (#15) were read back; when that is
 * not possible now, it stays 结果确认中 with its case number kept.
 */
export async function confirm(held: Held, found: FoundCase): Promise<SubmitOutcome> {
  const confirmed = await advance(held, {
    phase: 'confirmed',
    caseNo: found.caseNo,
    receivedAt: found.receivedAt ?? '',
    promisedFinishDate: found.promisedFinishDate ?? '',
  })
  return readBack(confirmed)
}

/** Reads the case and its files back and closes the draft. */
export async function readBack(held: Held): Promise<SubmitOutcome> {
  let receipt: Receipt
  try {
    receipt = await makeReceipt(held)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { requestId } = held.waiting
    log({ requestId, event: 'read-back', code: error.code, error: describeError(error) })
    return outcomeOf((await rest(held)).row)
  }
  const { row, identity } = held
  // Watched before it is called submitted: whatever happens to it then is told.
  const owner = { openid: row.openid, userId: row.userId, subjectType: identity.profile.subjectType }
  await watchCase(owner, row, { code: SUBMITTED, turn: 'office' })
  const openKey = `closed:${held.row._id}`
  return outcomeOf((await advance(held, { state: 'submitted', receipt, openKey, leaseUntil: 0 })).row)
}

async function makeReceipt(held: Held): Promise<Receipt> {
  const { row, identity, waiting } = held
  const { caseNo, submittedFiles: files } = row
  // A file inside a form belongs to the form, which the provider held with it before the submit (prepare): nothing
  // moves it afterwards. A file of a material must have become part of this very case.
  const ofMaterials = files.filter((file) => file.fieldId === '')
  const uploaded = ofMaterials.filter((file) => !file.earlier)
  const again = ofMaterials.filter((file) => file.earlier)
  const [progress, listed, copied] = await Promise.all([
    withUserToken(identity.bindingId, waiting, (token) => readProgress(caseNo, token, waiting)),
    heldAttachIds(held, uploaded),
    arrivedEarlier(held, caseNo, again),
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
