import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { promisedOf, letterFor } from '../../../miniprogram/shared/domain/promise'
import { type Context } from '../../kernel/context'
import { AppError, invalidInput } from '../../kernel/errors'
import { listAttachments } from '../../stores/attachments'
import { type DeclarationRow, type FormRow } from '../../stores/declarations'
import { filesAt } from '../attachment/place'
import { isLetter } from '../matter/promise-letter'
import { type OwnDeclaration } from './access'
import { factsOf } from './facts'
import { currentForms, newForms, openForms, withAnswers } from './form-rows'
import { promisesOf, promisable } from './promises'
import { openSources } from './sources'

/** FORBIDDEN for who may not promise; INVALID_INPUT for a material that cannot be promised, or has files. */
export async function requirePromisable({ row, active }: OwnDeclaration, wanted: readonly string[], context: Context) {
  const added = wanted.filter((materialId) => !row.promisedMaterialIds.includes(materialId))
  if (added.length === 0) return
  const { barred } = promisesOf(row, active.profile, factsOf(row, active.profile), context.now())
  if (barred) throw new AppError('FORBIDDEN', 'applicant may not promise', { userMessage: barred })
  const offered = promisable(row)
  const files = await listAttachments(row._id)
  const fields = added.flatMap((field) => {
    if (offered.every(({ materialId }) => materialId !== field)) return [{ field, message: '这项材料不能承诺后补' }]
    const has = filesAt(files, { materialId: field, fieldId: '' }).length > 0
    return has ? [{ field, message: '这项材料已经有文件。要承诺后补，请先删除这些文件' }] : []
  })
  if (fields.length) throw invalidInput('materials cannot be promised', { fields })
}

/** The letter is among the forms as long as something is promised, and aside otherwise. */
export async function formsWithLetter(
  { active }: OwnDeclaration,
  row: DeclarationRow,
  context: Context,
): Promise<Pick<DeclarationRow, 'forms' | 'parkedForms'>> {
  const letterId = row.materials.find(isLetter)?.materialId ?? ''
  const isOfLetter = ({ materialId }: FormRow): boolean => materialId === letterId
  const others = row.forms.filter((form) => !isOfLetter(form))
  const parked = row.parkedForms.filter((form) => !isOfLetter(form))
  const known = [...row.forms, ...row.parkedForms].filter(isOfLetter)
  if (row.promisedMaterialIds.length === 0) return { forms: others, parkedForms: [...parked, ...known] }

  const facts = factsOf(row, active.profile)
  const sources = openSources(row) ?? { openedOn: toBeijingDate(context.now()), previous: {} }
  const asked = currentForms(row.materials, row.promisedMaterialIds).filter(({ materialId }) => materialId === letterId)
  const letters = known.length > 0 ? known : await newForms(row, asked, facts, sources)
  const promised = promisedOf(promisesOf(row, active.profile, facts, context.now()))
  const opened = await openForms({ _id: row._id, forms: letters })
  const written = opened.map((form) => withAnswers(row._id, form, letterFor(form.answers, promised)))
  return { forms: [...others, ...written], parkedForms: parked }
}
