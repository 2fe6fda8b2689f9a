import { type Material } from '../../../miniprogram/shared/domain/matter'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { applyPrefill, type Answers, type FormSchema } from '../../../miniprogram/shared/form'
import { formById } from '../../forms'
import { config } from '../../kernel/config'
import { AppError } from '../../kernel/errors'
import { type Profile } from '../../one-network/mappers/account'
import { type DeclarationRow, type FormRow } from '../../stores/declarations'
import { pinnedSchema, pinSchema } from '../../stores/form-schemas'
import { factsOf } from './facts'

const placeOf = (draftId: string, materialId: string): string => `${draftId}/${materialId}`

export const sealAnswers = (draftId: string, materialId: string, answers: Answers): string =>
  config().sealer.seal(answers, placeOf(draftId, materialId))

const openAnswers = (draftId: string, form: FormRow): Answers =>
  config().sealer.open(form.answers, placeOf(draftId, form.materialId)) as Answers

/** A form of a draft, opened: the schema that the draft was begun with, and the answers. */
export interface OpenForm {
  readonly row: FormRow
  readonly schema: FormSchema
  readonly answers: Answers
}

export const openForms = (draft: DeclarationRow): Promise<readonly OpenForm[]> =>
  Promise.all(
    draft.forms.map(async (row) => ({
      row,
      schema: await pinnedSchema(row.schemaId),
      answers: openAnswers(draft._id, row),
    })),
  )

/** The electronic forms of a new draft, each pinned to today's schema, with first values and where they came from. */
export async function newForms(
  draft: Pick<DeclarationRow, '_id' | 'matterId' | 'matterName' | 'optionIds'>,
  materials: readonly Material[],
  profile: Profile,
  now: number,
): Promise<readonly FormRow[]> {
  const { account, situation } = factsOf(draft, profile)
  const today = toBeijingDate(now)
  return Promise.all(
    materials
      .filter((material) => material.kind === 'form')
      .map(async (material) => {
        const schema = currentSchema(material)
        const { answers, origins } = applyPrefill(schema, {
          account,
          situation,
          system: { 'matter.name': draft.matterName },
          today,
        })
        return {
          materialId: material.materialId,
          schemaId: await pinSchema(schema),
          formVersion: schema.version,
          answers: sealAnswers(draft._id, material.materialId, answers),
          prefilled: Object.keys(origins),
        }
      }),
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
