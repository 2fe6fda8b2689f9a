import { nameOf } from '../../../services/offer-switch'
import type { AccountView } from '../../../shared/domain/account'
import type { Declaration } from '../../../shared/domain/declaration'
import { fieldById, holdsFiles, isFilled, parseFieldPath } from '../../../shared/form/index'
import { materialView, needsFiles } from '../upload/material-view'
import type { Draft } from './draft'
import { AFTER_THE_FORMS, missingOf, stepsOf, type Step } from './form-steps'
import { isMovedStep } from './move-hint'
import type { NextPlace } from './next-place'

/** done: nothing is left. now: here it goes on. wrong: something must be changed. todo: begun, or not. */
type StepTone = 'done' | 'now' | 'wrong' | 'todo'

/** One step of a declaration as a row. */
export interface StepRow extends NextPlace {
  readonly key: string
  readonly title: string
  readonly tone: StepTone
  /** e.g. `还需 5 项` */
  readonly status: string
  /** Something is still to be filled in. */
  readonly open: boolean
}

/** The steps of one form. */
interface StepGroup {
  readonly key: string
  readonly title: string
  readonly rows: readonly StepRow[]
}

/** A declaration as a list of things to do. */
export interface StepsView {
  readonly matterName: string
  readonly situationText: string
  /** e.g. 个人“虞*禾” */
  readonly identity: string
  readonly saved: string
  /** Steps that are done, of all: the materials and the review are the last two. */
  readonly done: number
  readonly total: number
  readonly percent: number
  readonly groups: readonly StepGroup[]
  readonly files: { readonly tone: StepTone; readonly status: string; readonly needed: boolean }
  readonly review: { readonly status: string }
  /** Where the button leads. */
  readonly next: { readonly page: 'form'; readonly place: NextPlace } | { readonly page: 'attachments' | 'review' }
  readonly nextText: string
}

/** @param kept the step on which the applicant stopped, as `Step.key` */
export function stepsView(draft: Draft, declaration: Declaration, account: AccountView, kept: string): StepsView {
  const steps = stepsOf(draft)
  const rows = steps.map((step) => stepRow(draft, step))
  const open = rows.filter((row) => row.open)
  const next = open.find(({ key }) => key === kept) ?? open[0]
  const shown = rows.map((row): StepRow => (row === next && row.tone === 'todo' ? { ...row, tone: 'now' } : row))
  const files = filesOf(declaration)
  // What may stay empty is not filled in by that.
  const done = rows.filter(({ tone }) => tone === 'done').length + (files.tone === 'done' ? 1 : 0)
  const total = rows.length + AFTER_THE_FORMS
  const identity = account.identities.find(({ subjectType }) => subjectType === declaration.subjectType)
  return {
    matterName: declaration.matterName,
    situationText: declaration.situationText,
    identity: identity === undefined ? '' : nameOf(identity),
    saved: savedText(draft),
    done,
    total,
    percent: Math.round((100 * done) / total),
    groups: grouped(steps, shown),
    files,
    review: { status: open.length > 0 || files.tone !== 'done' ? '前面办完再来' : '可以提交了' },
    ...wayOn(next, files.tone === 'done'),
  }
}

function wayOn(next: StepRow | undefined, filesDone: boolean): Pick<StepsView, 'next' | 'nextText'> {
  if (next !== undefined) {
    const verb = next.tone === 'wrong' ? '去改' : '继续填'
    return { next: { page: 'form', place: next }, nextText: `${verb}：${next.title}` }
  }
  return filesDone
    ? { next: { page: 'review' }, nextText: '核对提交' }
    : { next: { page: 'attachments' }, nextText: '继续：上传材料' }
}

/** A step with how far it is. */
export function stepRow(draft: Draft, step: Step): StepRow {
  const { materialId, sectionId, key, title } = step
  return { key, materialId, sectionId, title, ...statusOf(draft, step) }
}

function statusOf(draft: Draft, { materialId, fieldIds, ...step }: Step): Pick<StepRow, 'tone' | 'status' | 'open'> {
  const form = draft.form(materialId)
  if (!form) return { tone: 'todo', status: '未填', open: true }
  const missing = missingOf(draft, { materialId, fieldIds })
  const wrong = new Set(
    draft
      .problems(materialId)
      .filter(({ severity }) => severity === 'error')
      .map(({ field }) => parseFieldPath(field).fieldId)
      .filter((id) => fieldIds.includes(id) && !missing.includes(id)),
  )
  const isEmpty = fieldIds.every((id) => !isFilled(draft.value(materialId, id)))
  if (wrong.size > 0 && !isEmpty) return { tone: 'wrong', status: `${wrong.size} 处要改`, open: true }
  if (missing.length > 0) {
    const moved = isMovedStep(draft, { materialId, fieldIds, ...step })
    const status = moved ? `新版，还需 ${missing.length} 项` : isEmpty ? '未填' : `还需 ${missing.length} 项`
    return { tone: 'todo', status, open: true }
  }
  if (wrong.size > 0) return { tone: 'todo', status: '未填', open: true }
  // Nothing here has to be filled in.
  if (isEmpty) return { tone: 'todo', status: '可以不填', open: false }
  const isSigned = fieldIds.some((id) => {
    const field = fieldById(form.schema, id)
    return field !== undefined && holdsFiles(field) && isFilled(draft.value(materialId, id))
  })
  return { tone: 'done', status: isSigned ? '已签名' : '已填完', open: false }
}

function filesOf({ materials, attachments, promises }: Declaration): StepsView['files'] {
  const asked = materials.filter(needsFiles)
  const lacking = asked.filter((material) => !materialView(material, attachments, [], promises).enough).length
  if (asked.length === 0) return { tone: 'done', status: '不需要', needed: false }
  return lacking > 0
    ? { tone: 'todo', status: `还差 ${lacking} 项`, needed: true }
    : { tone: 'done', status: '已齐', needed: true }
}

/** What is only on the phone is not said to be saved. */
function savedText(draft: Draft): string {
  const at = `${draft.filled.savedAt.slice(11, 16)} 已保存`
  return draft.hasChanges ? `${at}，另有 ${draft.changeCount} 项暂存在手机上` : at
}

function grouped(steps: readonly Step[], rows: readonly StepRow[]): readonly StepGroup[] {
  const titles = new Map(steps.map(({ materialId, formTitle }) => [materialId, formTitle]))
  return [...titles].map(([materialId, title]) => ({
    key: materialId,
    title,
    rows: rows.filter((row) => row.materialId === materialId),
  }))
}
