import type { Review } from '../../../services/declarations'
import { SUBJECT_LABEL } from '../../../shared/domain/account'
import { otherPersons, type OtherPerson } from '../../../shared/domain/applicant'
import { promisedOf } from '../../../shared/domain/promise'
import { labelOf, parseFieldPath } from '../../../shared/form/index'
import { agentText } from '../../../shared/domain/agent'
import { inShort, remedies, remedyOf, type Remedy } from '../draft/problem-words'
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

/** What stands in the way of submitting. */
interface Obstacle extends TodoView {
  readonly remedy: Remedy
}

/** The whole review page, ready for setData. */
export interface ReviewView {
  readonly matterName: string
  readonly situation: string
  /** Who acts for the applicant in the forms; '' = nobody does. */
  readonly agent: string
  readonly identity: string
  /** Who acts with the account itself, who need not be the 经办人 of the forms; '' = the person. */
  readonly accountAgent: string
  readonly forms: readonly FormView[]
  readonly materials: readonly MaterialView[]
  /** Stand in the way of submitting: answers first, then materials. */
  readonly obstacles: readonly Obstacle[]
  /** How many there are of each kind. */
  readonly obstaclesText: string
  /** What the button that leads to the first says. */
  readonly obstacleAct: string
  /** The applicant may not promise: what the credit service says can be looked at. */
  readonly asksCredit: boolean
  /** To be minded; they do not block. */
  readonly warnings: readonly TodoView[]
  /** Who is named in the forms is somebody else than the account; to be asked about. */
  readonly others: readonly OtherPerson[]
  /** Materials that are promised for later. */
  readonly promised: number
  /** Files that the office has already, signatures not among them. */
  readonly delivered: number
  /** e.g. 7 份，都已传好 */
  readonly filesText: string
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
        message: label ? inShort(problem.message, problem.code) : problem.message,
        remedy: label ? remedyOf(problem.code) : ('补' as const),
      }
    }),
  )
  const missing = missingMaterials.map(({ materialId, name, have, need }) => ({
    key: materialId,
    materialId,
    fieldId: '',
    place: name,
    message: `已送达 ${have} 个，还差 ${Math.max(need - have, 0)} 个`,
    remedy: '补' as const,
  }))
  const bar: Obstacle[] =
    barred === '' ? [] : [{ key: 'barred', materialId: '', fieldId: '', place: '承诺', message: barred, remedy: '改' }]
  const obstacles = [...bar, ...todos.filter(({ severity }) => severity === 'error'), ...missing]
  const others = otherPersons(declaration.forms, declaration.facts)
  const materials = declaration.materials
    .filter(needsFiles)
    .map((material) => materialView(material, declaration.attachments, [], declaration.promises))
  const delivered = materials.reduce((sum, one) => sum + one.delivered, 0)
  const promised = promisedOf(declaration.promises).length
  return {
    matterName: declaration.matterName,
    situation: declaration.situationText,
    agent: agentText(declaration.forms),
    ...identityText(account),
    forms,
    materials,
    obstacles,
    obstaclesText: remedies(obstacles),
    obstacleAct: `还差 ${obstacles.length} 处，去${obstacles[0]?.remedy ?? '改'}`,
    asksCredit: barred !== '' && account.active === 'enterprise',
    warnings: [...todos.filter(({ severity }) => severity !== 'error'), ...others.map(otherTodo)],
    others,
    promised,
    delivered,
    filesText: filesText(delivered, promised),
  }
}

const otherTodo = ({ materialId, fieldId, label }: OtherPerson): TodoView => ({
  key: `other ${materialId} ${fieldId}`,
  materialId,
  fieldId,
  place: label,
  message: '和您登录的账号不一样。以本人身份申请的，请核对是不是填错了',
})

function filesText(delivered: number, promised: number): string {
  const sent = delivered === 0 ? '没有上传文件' : `${delivered} 份，都已传好`
  return promised === 0 ? sent : `${sent}；另有 ${promised} 项承诺后补`
}

function identityText({ active, identities }: Review['account']): Pick<ReviewView, 'identity' | 'accountAgent'> {
  const identity = identities.find(({ subjectType }) => subjectType === active)
  if (!identity) return { identity: '', accountAgent: '' }
  const { displayName, subjectType, agentName = '' } = identity
  return { identity: `${displayName}（${SUBJECT_LABEL[subjectType]}）`, accountAgent: agentName }
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
