import { type FieldProblem } from '../../../miniprogram/shared/contract/reply'
import { agentProblems } from '../../../miniprogram/shared/domain/agent'
import { filesNeeded } from '../../../miniprogram/shared/domain/matter'
import { letterProblems, promisedOf } from '../../../miniprogram/shared/domain/promise'
import { fieldsOf, type FormContext, type Problem, validateForm, visibleForm } from '../../../miniprogram/shared/form'
import { workingDays } from '../../forms/working-days'
import { type Profile } from '../../one-network/mappers/account'
import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { factsOf, formContext } from './facts'
import { askedOpenForms, type OpenForm } from './form-rows'
import { commitmentBarred, promisesOf, stillPromised } from './promises'

export interface MissingMaterial {
  readonly materialId: string
  readonly name: string
  readonly have: number
  readonly need: number
}

/** The server's opinion of a declaration; it counts, whatever the page found. */
export interface Verdict {
  /** By materialId; only of forms with problems. */
  readonly problems: Readonly<Record<string, readonly Problem[]>>
  readonly missingMaterials: readonly MissingMaterial[]
  /** Why this applicant cannot file the chosen situation at all; '' = it can. */
  readonly barred: string
}

export async function judge(
  row: DeclarationRow,
  profile: Profile,
  attachments: readonly AttachmentRow[],
  now: number,
): Promise<Verdict> {
  const facts = factsOf(row, profile)
  const forms = await askedOpenForms(row)
  const promises = promisesOf(row, profile, facts, now)
  const agents = agentProblems(forms.map(({ row: { materialId }, answers }) => ({ materialId, answers })))
  const problems = forms.flatMap((form) => {
    const context = formContext(form.answers, facts, attachments, now)
    const found = [
      ...validateForm(form.schema, context, workingDays),
      ...signatureProblems(form, context, attachments),
      ...(agents[form.row.materialId] ?? []),
      ...(form.row.materialId === promises.letter ? letterProblems(form.answers, promisedOf(promises)) : []),
    ]
    return found.length ? [[form.row.materialId, found] as const] : []
  })
  const bar = commitmentBarred(row, profile, facts) || (promisedOf(promises).length > 0 ? promises.barred : '')
  return { problems: Object.fromEntries(problems), missingMaterials: missingOf(row, attachments), barred: bar }
}

/** A signature counts only when its picture is a delivered file of this very field; a hidden field needs none. */
function signatureProblems(
  { row: { materialId }, schema, answers }: OpenForm,
  context: FormContext,
  attachments: readonly AttachmentRow[],
): readonly Problem[] {
  const lost = fieldsOf(schema).filter(({ id, type }) => {
    const value = type === 'signature' ? answers[id] : null
    return Array.isArray(value) && value.some((it: unknown) => !isDelivered(it, materialId, id, attachments))
  })
  if (lost.length === 0) return []
  const shown = visibleForm(schema, context).ids
  return lost
    .filter(({ id }) => shown.has(id))
    .map(({ id, label }) => {
      const message = `“${label}”还没有送达，请重新签名`
      return { field: id, severity: 'error', code: 'signature', message }
    })
}

const isDelivered = (
  id: unknown,
  materialId: string,
  fieldId: string,
  attachments: readonly AttachmentRow[],
): boolean =>
  attachments.some(
    (file) =>
      file._id === id && file.materialId === materialId && file.fieldId === fieldId && file.state === 'delivered',
  )

/**
 * A file that is on its way still is missing; so is a refused one. Two deliveries of the same bytes at the same moment
 * have one id at the provider, and count once.
 */
function missingOf(row: DeclarationRow, attachments: readonly AttachmentRow[]): readonly MissingMaterial[] {
  const promised = stillPromised(row, row.materials)
  return row.materials.flatMap((material) => {
    const own = attachments.filter((file) => file.materialId === material.materialId && file.fieldId === '')
    const begun = own.filter((file) => file.state !== 'refused').length
    const have = new Set(own.filter((file) => file.state === 'delivered').map((file) => file.attachId)).size
    const need = Math.max(filesNeeded(material, begun, promised.includes(material.materialId)), begun)
    return have < need ? [{ materialId: material.materialId, name: material.name, have, need }] : []
  })
}

/** What stands in the way of submitting, as fields of an INVALID_INPUT; empty = it may be sent. */
export function obstacles(verdict: Verdict): readonly FieldProblem[] {
  const fields = Object.entries(verdict.problems).flatMap(([materialId, problems]) =>
    problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => ({ field: `${materialId}.${problem.field}`, message: problem.message })),
  )
  const materials = verdict.missingMaterials.map(({ materialId, name, have, need }) => ({
    field: materialId,
    message: `“${name}”需要 ${need} 个文件，已送达 ${have} 个`,
  }))
  const promised = verdict.barred === '' ? [] : [{ field: 'optionIds', message: verdict.barred }]
  return [...promised, ...fields, ...materials]
}
