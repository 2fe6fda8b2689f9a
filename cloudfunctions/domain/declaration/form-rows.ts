import { type DeclarationFacts } from '../../../miniprogram/shared/domain/declaration'
import { askedForms } from '../../../miniprogram/shared/domain/agent'
import { type Material } from '../../../miniprogram/shared/domain/matter'
import { type Answers, firstAnswers, type FormSchema } from '../../../miniprogram/shared/form'
import { type JudgedForm } from '../../../miniprogram/shared/judge'
import { formById } from '../../matters/forms'
import { Sealed } from '../../kernel/sealed'
import { AppError } from '../../kernel/errors'
import { type DeclarationRow, type FormRow } from '../../stores/declarations'
import { pinnedSchema, pinSchema } from '../../stores/form-schemas'
import { prefillOf, type SourcedForm } from './prefill'
import { askedFor } from './promises'
import { type ReadSources } from './sources'

/** Answers lie sealed, each form's in a place of its own. */
export const answersOf = (materialId: string): Sealed<Answers> => new Sealed(materialId)

/** A form of a draft, opened: as its row has it, with the schema that the draft was begun with, and the answers. */
export interface OpenForm extends JudgedForm {
  readonly row: FormRow
}

/** Another row of the form, with these answers. */
export const withAnswers = (draftId: string, { row }: Pick<OpenForm, 'row'>, answers: Answers): FormRow => ({
  ...row,
  answers: answersOf(row.materialId).seal(draftId, answers),
})

/** A row of a new form, pinned to its schema. */
export const newFormRow = async (
  draftId: string,
  { materialId, schema }: SourcedForm,
  answers: Answers,
): Promise<FormRow> => ({
  materialId,
  schemaId: await pinSchema(schema),
  formVersion: schema.version,
  answers: answersOf(materialId).seal(draftId, answers),
})

export const openForms = (draft: Pick<DeclarationRow, '_id' | 'forms'>): Promise<readonly OpenForm[]> =>
  Promise.all(
    draft.forms.map(async (row) => ({
      row,
      materialId: row.materialId,
      schema: await pinnedSchema(row.schemaId, formById),
      answers: answersOf(row.materialId).open(draft._id, row.answers),
    })),
  )

/** The opened forms of a draft that it asks for: an idle letter of authorisation is neither judged nor sent. */
export const askedOpenForms = async (
  draft: Pick<DeclarationRow, '_id' | 'forms' | 'materials'>,
): Promise<readonly OpenForm[]> => askedForms(await openForms(draft), draft.materials)

/** What of an open form the page and its judge see. */
export const toJudgedForm = ({ materialId, schema, answers }: JudgedForm): JudgedForm => ({
  materialId,
  schema,
  answers,
})

/** The electronic forms among the materials that a declaration asks for, each in today's version. */
export const currentForms = (
  materials: readonly Material[],
  promisedMaterialIds: readonly string[],
): readonly SourcedForm[] =>
  askedFor(materials, promisedMaterialIds)
    .filter((material) => material.kind === 'form')
    .map((material) => ({ materialId: material.materialId, schema: currentSchema(material) }))

/** Rows of new forms, each pinned to its schema, with the first values that are filled in at once. */
export function newForms(
  draft: Pick<DeclarationRow, '_id' | 'matterName'>,
  forms: readonly SourcedForm[],
  facts: Pick<DeclarationFacts, 'account' | 'situation'>,
  sources: ReadSources,
): Promise<readonly FormRow[]> {
  return Promise.all(
    forms.map((form) => newFormRow(draft._id, form, firstAnswers(form.schema, prefillOf(form, draft, facts, sources)))),
  )
}

/** The provider refuses another version than its own (contract chapter 12): better said before anything is filled in. */
function currentSchema(material: Material): FormSchema {
  const schema = material.formId ? formById(material.formId) : undefined
  if (!schema || (material.formVersion !== undefined && material.formVersion !== schema.version)) {
    throw new AppError('FORBIDDEN', `form ${material.formId ?? '?'} ${material.formVersion ?? '?'} is not held here`, {
      userMessage: `《${material.name}》暂时不能在小程序里填写，请到窗口或网上办事大厅办理`,
    })
  }
  return schema
}
