import type { Review } from '../../../services/declarations'
import { SUBJECT_LABEL } from '../../../shared/domain/account'
import { otherPersons, type OtherPerson } from '../../../shared/domain/applicant'
import { promisedOf } from '../../../shared/domain/promise'
import { labelOf, parseFieldPath } from '../../../shared/form/index'
import { situationView, type SituationView } from '../draft/situation-view'
import type { FormView } from './form-summary-view'
import { materialView, needsFiles, type MaterialView } from '../upload/material-view'

/** One thing to look at before submitting; a tap opens the place. */
export interface TodoView {
  readonly key: string
  readonly materialId: string
  /** The field to open; '' = files of the material. */
  readonly fieldId: string
  readonly place: string
  readonly message: string
}

/** The whole review page, ready for setData. */
export interface ReviewView {
  readonly matterName: string
  readonly situation: SituationView
  readonly identity: string
  readonly forms: readonly FormView[]
  readonly materials: readonly MaterialView[]
  /** Stand in the way of submitting. */
  readonly errors: readonly TodoView[]
  /** The applicant may not promise: what the credit service says can be looked at. */
  readonly asksCredit: boolean
  readonly missing: readonly TodoView[]
  /** To be minded; they do not block. */
  readonly warnings: readonly TodoView[]
  /** Who is named in the forms is somebody else than the account; to be asked about. */
  readonly others: readonly OtherPerson[]
  /** Materials that are promised for later. */
  readonly promised: number
  /** Why the button is off; '' = it is on. */
  readonly blocked: string
}

/** @param forms from FormSummaries */
export function reviewView(
  { account, declaration, problems, missingMaterials, barred }: Review,
  forms: readonly FormView[],
): ReviewView {
  const todos = declaration.forms.flatMap(({ materialId, schema }) =>
    (problems[materialId] ?? []).map((problem, i) => {
      const { fieldId } = parseFieldPath(problem.field)
      const label = labelOf(schema, problem.field)
      return {
        severity: problem.severity,
        key: `${materialId} ${i}`,
        materialId: label ? materialId : (materialOf(problem.field, declaration.facts.materialKeys) ?? materialId),
        fieldId: label ? fieldId : '',
        place: label || materialName(problem.field, declaration) || schema.title,
        message: problem.message,
      }
    }),
  )
  const missing = missingMaterials.map(({ materialId, name, have, need }) => ({
    key: materialId,
    materialId,
    fieldId: '',
    place: name,
    message: `已送达 ${have} 个，还差 ${Math.max(need - have, 0)} 个`,
  }))
  const bar: TodoView[] =
    barred === '' ? [] : [{ key: 'barred', materialId: '', fieldId: '', place: '承诺', message: barred }]
  const others = otherPersons(declaration.forms, declaration.facts)
  const errors = [...bar, ...todos.filter(({ severity }) => severity === 'error')]
  return {
    matterName: declaration.matterName,
    situation: situationView(declaration),
    identity: identityText(account),
    forms,
    materials: declaration.materials
      .filter(needsFiles)
      .map((material) => materialView(material, declaration.attachments, [], declaration.promises)),
    errors,
    asksCredit: barred !== '' && account.active === 'enterprise',
    missing,
    warnings: [...todos.filter(({ severity }) => severity !== 'error'), ...others.map(otherTodo)],
    others,
    promised: promisedOf(declaration.promises).length,
    blocked: blockedText(errors.length, missing.length),
  }
}

const otherTodo = ({ materialId, fieldId, label }: OtherPerson): TodoView => ({
  key: `other ${materialId} ${fieldId}`,
  materialId,
  fieldId,
  place: label,
  message: '和您登录的账号不一样。以本人身份申请的，请核对是不是填错了',
})

function blockedText(errors: number, missing: number): string {
  const parts = [errors > 0 ? `${errors} 处填写需要修改` : '', missing > 0 ? `${missing} 项材料没有传齐` : '']
  const reasons = parts.filter(Boolean).join('，')
  return reasons && `还不能提交：${reasons}`
}

function identityText({ active, identities }: Review['account']): string {
  const identity = identities.find(({ subjectType }) => subjectType === active)
  if (!identity) return ''
  // Not the 经办人 of the form, who may be another person.
  const agent = identity.agentName ? `，账号经办人 ${identity.agentName}` : ''
  return `${SUBJECT_LABEL[identity.subjectType]} ${identity.displayName}（${identity.maskedCertNo}${agent}）`
}

/** `attachments.<material key>` → materialId: rules name materials by the matter's own words. */
function materialOf(path: string, keys: Readonly<Record<string, string>>): string | undefined {
  const word = /^attachments\.(.+)$/.exec(path)?.[1]
  return Object.keys(keys).find((materialId) => keys[materialId] === word)
}

function materialName(path: string, { facts, materials }: Review['declaration']): string | undefined {
  const id = materialOf(path, facts.materialKeys)
  return materials.find(({ materialId }) => materialId === id)?.name
}
