import { AppError } from '../../../kernel/errors'
import { keyOf } from '../../../kernel/ids'
import { listHeldFiles } from '../../../one-network/resources/attachments'
import { type FilledForm, readFormStatus, saveForm } from '../../../one-network/resources/declarations'
import { type AttachmentRow } from '../../../stores/attachments'
import { type SubmittedFile } from '../../../stores/declarations'
import { withUserToken } from '../../account/session'
import { settleSituation } from '../situation/settle'
import { lostEarlier, usedAgain } from './earlier-files'
import { filledForms, sealForms, submittedForms } from './form-content'
import { advance, type Held } from './held'

/** Writes down what will be sent, so that whoever finds the case later can compare it. */
export async function writeDown(held: Held, attachments: readonly AttachmentRow[], now: number): Promise<Held> {
  const forms = await filledForms(held, attachments, now)
  const delivered = attachments.filter((file) => file.state === 'delivered' && isSent(file, forms))
  return advance(held, {
    submittedForms: sealForms(held.row._id, forms),
    submittedFiles: delivered.map((file) => {
      const { materialId, fieldId, attachId, fileName } = file
      const earlier = usedAgain(file)
      return { materialId, fieldId, attachId, fileName, ...(earlier ? { earlier } : {}) }
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
export async function prepare(written: Held): Promise<Held> {
  const held = await settleSituation(written)
  const forms = submittedForms(held.row)
  await Promise.all(forms.map((form) => saveOneForm(held, form)))
  await Promise.all([checkForms(held, forms), checkFiles(held, held.row.submittedFiles)])
  return held
}

async function saveOneForm({ row, identity, waiting }: Held, form: FilledForm): Promise<void> {
  // One number for each form and claim. Were it the content's, a text that was changed and changed back would repeat a
  // request that the provider knows: it would answer the first result and keep the text in between.
  const requestNo = keyOf('form', row._id, form.materialId, String(row.claim))
  await withUserToken(identity.bindingId, waiting, (token) =>
    saveForm({ requestNo, declareNo: row.declareNo, ...form }, token, waiting),
  )
}

async function checkForms({ row, identity, waiting }: Held, forms: readonly FilledForm[]): Promise<void> {
  const states = await Promise.all(
    forms.map(({ materialId }) =>
      withUserToken(identity.bindingId, waiting, (token) => readFormStatus(row.declareNo, materialId, token, waiting)),
    ),
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
async function checkFiles(held: Held, files: readonly SubmittedFile[]): Promise<void> {
  const { row, identity, waiting } = held
  const uploaded = files.filter(({ earlier }) => !earlier)
  const [listed, gone] = await Promise.all([
    heldAttachIds(held, uploaded),
    lostEarlier(
      held,
      files.filter(({ earlier }) => earlier),
    ),
  ])
  const lost = [...uploaded.filter((file) => !listed.has(file.attachId)), ...gone]
  if (lost.length === 0) return
  const fields = lost.map(({ materialId, fileName }) => ({
    field: materialId,
    message: `一网通现在没有“${fileName}”，请删除后重新上传`,
  }))
  const message = `provider does not list files of ${row._id} (${identity.profile.subjectType}, ${waiting.requestId})`
  throw new AppError('UPSTREAM_REJECTED', message, { fields })
}

/** Provider ids of the files that it lists for the materials of these files (#15), with the case that each is part of. */
export async function heldAttachIds(
  { row, identity, waiting }: Held,
  files: readonly Pick<SubmittedFile, 'materialId'>[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const materialIds = [...new Set(files.map((file) => file.materialId))]
  const lists = await Promise.all(
    materialIds.map((materialId) =>
      withUserToken(identity.bindingId, waiting, (token) => listHeldFiles(row.declareNo, materialId, token, waiting)),
    ),
  )
  return new Map(lists.flat().map((file) => [file.attachId, file.caseNo]))
}
