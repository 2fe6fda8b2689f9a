import { type CallBudget } from '../../../kernel/context'
import { AppError } from '../../../kernel/errors'
import { keyOf } from '../../../kernel/ids'
import { type Claim } from '../../../ledger/claim'
import { listHeldFiles } from '../../../one-network/resources/attachments'
import { type FilledForm, readFormStatus, saveForm } from '../../../one-network/resources/declarations'
import { type AttachmentRow } from '../../../stores/attachments'
import { type DeclarationRow, type SubmittedFile } from '../../../stores/declarations'
import { type ActiveIdentity } from '../../account/identity'
import { sessionOf } from '../../account/session'
import { settleSituation } from '../situation/settle'
import { lostEarlier, usedAgain } from './earlier-files'
import { filledForms, SUBMITTED_FORMS, submittedForms } from './form-content'
import { type Submitting } from './submitting'

/** Writes down what will be sent, so that whoever finds the case later can compare it. */
export async function writeDown(
  claim: Claim<DeclarationRow>,
  identity: ActiveIdentity,
  attachments: readonly AttachmentRow[],
  now: number,
): Promise<void> {
  const { row } = claim
  const forms = await filledForms({ row, identity }, attachments, now)
  const delivered = attachments.filter((file) => file.state === 'delivered' && isSent(file, forms))
  await claim.advance({
    submittedForms: SUBMITTED_FORMS.seal(row._id, forms),
    submittedFiles: delivered.map((file) => {
      const { materialId, fieldId, attachId, fileName } = file
      return { materialId, fieldId, attachId, fileName, earlier: usedAgain(file) }
    }),
  })
}

/** A signature goes with its form only as long as the form names it: an older one stays behind. */
const isSent = ({ fieldId, attachId, materialId }: AttachmentRow, forms: readonly FilledForm[]): boolean => {
  if (fieldId === '') return true
  const signed = forms.find((form) => form.materialId === materialId)?.formData[fieldId]
  return Array.isArray(signed) && (signed as readonly unknown[]).includes(attachId)
}

/**
 * Everything before the formal submit: the forms that were written down are saved at the provider (#4, saveType 1), and
 * forms and files are asked for again (#5, #15). Nothing of it makes a case.
 */
export async function prepare(
  claim: Claim<DeclarationRow>,
  identity: ActiveIdentity,
  budget: CallBudget,
): Promise<void> {
  await settleSituation(claim, identity, budget)
  const submitting = { row: claim.row, identity, budget }
  const forms = submittedForms(claim.row)
  await Promise.all(forms.map((form) => saveOneForm(submitting, form)))
  await Promise.all([checkForms(submitting, forms), checkFiles(submitting)])
}

async function saveOneForm({ row, identity, budget }: Submitting, form: FilledForm): Promise<void> {
  // One number for each form and claim. Were it the content's, a text that was changed and changed back would repeat a
  // request that the provider knows: it would answer the first result and keep the text in between.
  const requestNo = keyOf('form', row._id, form.materialId, String(row.claim))
  await saveForm(sessionOf(identity.bindingId, budget), { requestNo, declareNo: row.declareNo, ...form })
}

async function checkForms({ row, identity, budget }: Submitting, forms: readonly FilledForm[]): Promise<void> {
  const states = await Promise.all(
    forms.map(({ materialId }) => readFormStatus(sessionOf(identity.bindingId, budget), row.declareNo, materialId)),
  )
  const incomplete = forms.filter((_form, index) => states[index]?.complete !== true)
  if (incomplete.length === 0) return
  const fields = incomplete.map(({ materialId }) => {
    const name = row.materials.find((material) => material.materialId === materialId)?.name ?? '电子表单'
    return { field: materialId, message: `一网通认为《${name}》还没有填完整` }
  })
  throw new AppError('UPSTREAM_REJECTED', 'provider finds a form incomplete', { fields })
}

/** 已送达 must be true at this moment, not only when the file was uploaded. */
async function checkFiles(submitting: Submitting): Promise<void> {
  const { row, identity, budget } = submitting
  const files = row.submittedFiles
  const uploaded = files.filter(({ earlier }) => !earlier)
  const [listed, gone] = await Promise.all([
    heldAttachIds(submitting, uploaded),
    lostEarlier(
      submitting,
      files.filter(({ earlier }) => earlier),
    ),
  ])
  const lost = [...uploaded.filter((file) => !listed.has(file.attachId)), ...gone]
  if (lost.length === 0) return
  const fields = lost.map(({ materialId, fileName }) => ({
    field: materialId,
    message: `一网通现在没有“${fileName}”，请删除后重新上传`,
  }))
  const message = `provider does not list files of ${row._id} (${identity.profile.subjectType}, ${budget.requestId})`
  throw new AppError('UPSTREAM_REJECTED', message, { fields })
}

/** Provider ids of the files that it lists for the materials of these files (#15), with the case that each is part of. */
export async function heldAttachIds(
  { row, identity, budget }: Submitting,
  files: readonly Pick<SubmittedFile, 'materialId'>[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const materialIds = [...new Set(files.map((file) => file.materialId))]
  const lists = await Promise.all(
    materialIds.map((materialId) => listHeldFiles(sessionOf(identity.bindingId, budget), row.declareNo, materialId)),
  )
  return new Map(lists.flat().map((file) => [file.attachId, file.caseNo]))
}
