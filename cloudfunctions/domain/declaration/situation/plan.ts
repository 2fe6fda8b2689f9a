import { type DeclarationFacts } from '../../../../miniprogram/shared/domain/declaration'
import { type Material } from '../../../../miniprogram/shared/domain/matter'
import { toBeijingDate } from '../../../../miniprogram/shared/domain/time'
import { type SituationChange } from '../../../../miniprogram/shared/domain/situation-change'
import {
  type Answers,
  displayValue,
  isFilled,
  type Prefilled,
  sameAnswer,
  situationValues,
  visibleForm,
  type VisibleForm,
} from '../../../../miniprogram/shared/form'
import { contextOf } from '../../../../miniprogram/shared/judge'
import { type AttachmentRow } from '../../../stores/attachments'
import { type DeclarationRow } from '../../../stores/declarations'
import { type ActiveIdentity } from '../../account/identity'
import { neededFiles } from '../needed-files'
import { factsOf } from '../facts'
import { type OpenForm, openForms } from '../form-rows'
import { groundsOf } from '../grounds'
import { prefillOf } from '../prefill'
import { askedFor } from '../promises'
import { openSources } from '../sources'

/** What a draft would become. */
export interface Target {
  readonly optionIds: readonly string[]
  readonly materials: readonly Material[]
  /** Of what is promised for later, what may still be promised then. */
  readonly promisedMaterialIds: readonly string[]
}

/** A form that the new situation needs too, with the answers that it will have. */
interface KeptForm {
  readonly form: OpenForm
  readonly answers: Answers
}

export interface Plan {
  readonly change: Omit<SituationChange, 'isSame' | 'other'>
  /** Forms of the draft that stay, and parked ones that come back. */
  readonly kept: readonly KeptForm[]
  /** Forms that are put aside, or stay so. */
  readonly parked: readonly OpenForm[]
}

interface Basis {
  readonly row: DeclarationRow
  readonly profile: ActiveIdentity['profile']
  readonly attachments: readonly AttachmentRow[]
  /** ms since the epoch. */
  readonly now: number
}

/** What changing the situation of a draft leads to. Reads only what is stored. */
export async function planChange(basis: Basis, target: Target): Promise<Plan> {
  const { row, profile, attachments } = basis
  const [forms, aside] = await Promise.all([openForms(row), openForms({ _id: row._id, forms: row.parkedForms })])
  const askedThen = askedFor(target.materials, target.promisedMaterialIds)
  const askedNow = askedFor(row.materials, row.promisedMaterialIds)
  const isNeeded = ({ materialId }: Pick<Material, 'materialId'>): boolean =>
    askedThen.some((material) => material.materialId === materialId)
  const [before, after] = [factsOf(row, profile), factsOf({ ...row, optionIds: target.optionIds }, profile)]
  const sources = openSources(row) ?? { openedOn: toBeijingDate(basis.now), previous: {} }
  const given = (form: OpenForm, facts: DeclarationFacts) => prefillOf(form, row, facts, sources)
  const staying = forms.filter((form) => isNeeded(form.row))
  const back = aside.filter((form) => isNeeded(form.row))
  const kept = [...staying, ...back].map((form) => ({
    form,
    answers: follow(form, given(form, before), given(form, after), after),
  }))
  const added = askedThen.filter(({ materialId }) => askedNow.every((it) => it.materialId !== materialId))
  const filesOf = (materialId: string): number =>
    usable(attachments).filter((it) => it.materialId === materialId).length
  const grounds = (now: DeclarationRow, facts: DeclarationFacts) =>
    groundsOf(now, profile, attachments, basis.now, facts)
  const [groundsNow, groundsThen] = [grounds(row, before), grounds({ ...row, ...target }, after)]
  const then = new Map(
    kept.map(({ form, answers }) => [form, visibleForm(form.schema, contextOf(answers, groundsThen))]),
  )
  const filledBefore = (form: OpenForm) => filledAnswers(visibleForm(form.schema, contextOf(form.answers, groundsNow)))
  const filledAfter = [...then.values()].reduce((sum, visible) => sum + filledAnswers(visible).length, 0)
  return {
    kept,
    parked: [...forms, ...aside].filter((form) => !isNeeded(form.row)),
    change: {
      changed: kept.flatMap((it) => changedAnswers(it, then.get(it.form))),
      hidden: staying.flatMap((form) =>
        filledBefore(form)
          .filter(({ id }) => then.get(form)?.ids.has(id) !== true)
          .map(({ label, text }) => ({ form: form.schema.title, label, text })),
      ),
      dropped: askedNow
        .filter((material) => !isNeeded(material))
        .map(({ materialId, name }) => {
          const form = forms.find((it) => it.row.materialId === materialId)
          const answers = form ? filledBefore(form).length : 0
          return { materialId, name, answers, files: filesOf(materialId) }
        }),
      added: added.map(({ materialId, name, kind, necessity }) => ({
        materialId,
        name,
        isForm: kind === 'form',
        necessity,
        isBack: back.some((form) => form.row.materialId === materialId) || filesOf(materialId) > 0,
      })),
      kept: { answers: filledAfter, files: usable(neededFiles({ ...row, ...target }, attachments)).length },
    },
  }
}

const usable = (attachments: readonly AttachmentRow[]): readonly AttachmentRow[] =>
  attachments.filter(({ state, fieldId }) => state !== 'refused' && fieldId === '')

/** The fields that are shown and filled, as a person reads them. */
const filledAnswers = ({ fields, context }: VisibleForm) =>
  fields
    .filter(({ id }) => isFilled(context.form[id] ?? null))
    .map((field) => ({
      id: field.id,
      label: field.label,
      text: displayValue(field, context.form[field.id] ?? null),
    }))

/** What was filled in, or offered and taken, under the old situation becomes what the new one gives; typed words stay. */
function follow({ schema, answers }: OpenForm, before: Prefilled, after: Prefilled, facts: DeclarationFacts): Answers {
  const followed = Object.entries(answers).map(([id, value]) => {
    const [old, now] = [before.offers[id] ?? before.filled[id], after.offers[id] ?? after.filled[id]]
    const isGiven = isFilled(value) ? old !== undefined && sameAnswer(value, old.value) : id in after.filled
    return [id, isGiven ? (now?.value ?? null) : value] as const
  })
  return { ...Object.fromEntries(followed), ...situationValues(schema, facts.situation) }
}

/** Fields that are asked in the new situation, which gives them another value. */
function changedAnswers({ form, answers }: KeptForm, visible: VisibleForm | undefined): SituationChange['changed'] {
  const { schema } = form
  return (visible?.fields ?? []).flatMap((field) => {
    const [old, now] = [form.answers[field.id] ?? null, answers[field.id] ?? null]
    if (sameAnswer(old, now)) return []
    const read = (value: typeof old): string => displayValue(field, value) || '未填写'
    return [{ form: schema.title, label: field.label, before: read(old), text: read(now) }]
  })
}
