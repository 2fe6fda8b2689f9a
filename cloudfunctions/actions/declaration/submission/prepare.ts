import { type Answers, submittedAnswers } from '../../../../miniprogram/shared/form'
import { AppError } from '../../../kernel/errors'
import { keyOf } from '../../../kernel/ids'
import { listHeldFiles } from '../../../one-network/resources/attachments'
import { readFormStatus, saveForm } from '../../../one-network/resources/declarations'
import { type AttachmentRow } from '../../../stores/attachments'
import { type SubmittedFile } from '../../../stores/declarations'
import { withUserToken } from '../../account/session'
import { factsOf, formContext } from '../facts'
import { openForms, type OpenForm } from '../form-rows'
import { advance, type Held } from './held'

/**
 * Everything before the formal submit: the forms are saved at the provider (#4, saveType 1), and forms and files are
 * asked for again (#5, #15). Nothing of it makes a case. Resolves with the files written down.
 */
export async function prepare(held: Held, attachments: readonly AttachmentRow[], now: number): Promise<Held> {
  const delivered = attachments.filter((file) => file.state === 'delivered')
  const forms = await openForms(held.row)
  await Promise.all(forms.map((form) => saveOneForm(held, form, attachments, now)))
  await Promise.all([checkForms(held, forms), checkFiles(held, delivered)])
  return advance(held, {
    submittedFiles: delivered.map(({ materialId, fieldId, attachId, fileName }) => ({
      materialId,
      fieldId,
      attachId,
      fileName,
    })),
  })
}

async function saveOneForm(
  held: Held,
  form: OpenForm,
  attachments: readonly AttachmentRow[],
  now: number,
): Promise<void> {
  const { row, identity, waiting } = held
  const { materialId, formVersion } = form.row
  const context = formContext(form.answers, factsOf(row, identity.profile), attachments, now)
  const formData = withProviderIds(form, submittedAnswers(form.schema, context), attachments)
  // One number for each form and claim. Were it the content's, a text that was changed and changed back would repeat a
  // request that the provider knows: it would answer the first result and keep the text in between.
  const requestNo = keyOf('form', row._id, materialId, String(row.claim))
  await withUserToken(identity.bindingId, waiting, (token) =>
    saveForm({ requestNo, declareNo: row.declareNo, materialId, formVersion, formData }, token, waiting),
  )
}

/** In a signature field the page has our attachment ids; the provider knows its own. */
function withProviderIds(form: OpenForm, answers: Answers, attachments: readonly AttachmentRow[]): Answers {
  const signatures = form.schema.sections.flatMap(({ fields }) => fields).filter((field) => field.type === 'signature')
  const replaced = signatures.flatMap(({ id }) => {
    const value = answers[id]
    if (!Array.isArray(value)) return []
    const own = attachments.filter((file) => (value as readonly unknown[]).includes(file._id))
    return [[id, own.map((file) => file.attachId)] as const]
  })
  return { ...answers, ...Object.fromEntries(replaced) }
}

async function checkForms({ row, identity, waiting }: Held, forms: readonly OpenForm[]): Promise<void> {
  const states = await Promise.all(
    forms.map(({ row: form }) =>
      withUserToken(identity.bindingId, waiting, (token) =>
        readFormStatus(row.declareNo, form.materialId, token, waiting),
      ),
    ),
  )
  const incomplete = forms.filter((_form, index) => states[index]?.complete !== true)
  if (incomplete.length === 0) return
  const fields = incomplete.map(({ row: form, schema }) => ({
    field: form.materialId,
    message: `一网通认为《${schema.title}》还没有填完整`,
  }))
  throw new AppError('UPSTREAM_REJECTED', 'provider finds a form incomplete', { fields })
}

/** 已送达 must be true at this moment, not only when the file was uploaded. */
async function checkFiles(held: Held, files: readonly AttachmentRow[]): Promise<void> {
  const { row, identity, waiting } = held
  const listed = await heldAttachIds(held, files)
  const lost = files.filter((file) => !listed.has(file.attachId))
  if (lost.length === 0) return
  const fields = lost.map(({ materialId, fileName }) => ({
    field: materialId,
    message: `一网通没有收到“${fileName}”，请删除后重新上传`,
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
