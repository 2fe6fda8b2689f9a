import type { Attachment } from '../../../shared/domain/attachment'
import type { Material } from '../../../shared/domain/matter'
import { NO_PROMISES } from '../../../shared/domain/promise'
import { type CaseFile, isUnchanged, type SupplementItem } from '../../../shared/domain/supplement'
import { lackOf } from '../../../shared/judge/index'
import { formatBeijingTime } from '../../../shared/domain/time'
import { fileIcon } from '../upload/file-icon'
import { materialAnchor, materialView, type MaterialView } from '../upload/material-view'
import { sizeText } from '../../../shared/domain/size-text'
import type { MaterialTag } from '../upload/material-words'
import type { QueueItem } from '../upload/upload-queue'

/** A file that the office has. */
export interface CaseFileView {
  readonly fileId: string
  readonly name: string
  /** See svg-icon. */
  readonly icon: string
  /** The day when it came, for its tile; '' = not known. */
  readonly day: string
  /** Size, when it came, and with what. */
  readonly facts: string
}

export interface ItemView {
  readonly materialId: string
  readonly anchor: string
  readonly title: string
  /** The officer's words, or that there are none; '' = nothing to say: it was promised. */
  readonly reason: string
  readonly isForm: boolean
  readonly answered: boolean
  readonly tag: Pick<MaterialTag, 'text' | 'tone' | 'icon'>
  /** What is lacking, where the tag does not say it; '' = nothing. */
  readonly lack: string
  /** What can be done instead of an answer; '' = nothing. */
  readonly hint: string
  readonly before: readonly CaseFileView[]
  /** What is said when nothing was submitted before, or it is not known; '' = nothing. */
  readonly beforeText: string
  readonly others: readonly CaseFileView[]
  /** Null for a form. */
  readonly material: MaterialView | null
  readonly changes: readonly {
    readonly fieldId: string
    readonly label: string
    readonly before: string
    readonly after: string
    /** As they stand on the screen before she checks everything: personal ones masked. */
    readonly shownBefore: string
    readonly shownAfter: string
  }[]
  /** The button that opens the form; '' = it cannot be opened. */
  readonly formButton: string
  /** The field that it opens at; '' = the officer named none. */
  readonly fieldId: string
}

export function caseFileView({ fileId, fileName, size, uploadedAt, round }: CaseFile): CaseFileView {
  const source = round === undefined ? '申报时提交' : `第 ${round} 轮补正时提交`
  const when = uploadedAt === '' ? '' : `，${formatBeijingTime(uploadedAt)} 上传`
  const day = uploadedAt === '' ? '' : dayOf(uploadedAt)
  return { fileId, name: fileName, icon: fileIcon(fileName), day, facts: `${sizeText(size)}，${source}${when}` }
}

/** `11月2日` */
const dayOf = (time: string): string => `${Number(time.slice(5, 7))}月${Number(time.slice(8, 10))}日`

/** What the checks of picked files and photo names read. */
export const materialOf = ({
  materialId,
  name,
  kind,
  fileTypes,
  maxSizeBytes,
  maxCount,
  others,
}: SupplementItem): Material => ({
  materialId,
  name,
  kind,
  necessity: 'required',
  minCount: 1,
  // What came from elsewhere takes its places too.
  maxCount: Math.max(maxCount - others.length, 1),
  fileTypes,
  maxSizeBytes,
  shareable: false,
  promisable: false,
})

function filesView(item: SupplementItem, rows: readonly Attachment[], queue: readonly QueueItem[]): MaterialView {
  const view = materialView(materialOf(item), rows, queue, NO_PROMISES)
  const name = `新文件：${item.name}`
  return { ...view, name, necessity: '', ways: view.ways.filter(({ source }) => source !== 'earlier') }
}

function beforeText(item: SupplementItem, beforeKnown: boolean, isPromise: boolean): string {
  if (item.kind === 'form' || item.before.length > 0 || (isPromise && beforeKnown)) return ''
  return beforeKnown ? '以前没有提交过这项材料。' : '原来提交的文件暂时没有取到，不影响补正，请稍后点上面的“刷新”再看。'
}

/** One item, with what is on its way. @param number counted from 1 */
export function itemView(
  item: SupplementItem,
  queue: readonly QueueItem[],
  number: number,
  beforeKnown: boolean,
  isPromise: boolean,
  remark: string,
): ItemView {
  const { materialId, name, reason, form } = item
  const isForm = item.kind === 'form'
  const lack = lackOf(item, remark)
  return {
    materialId,
    anchor: materialAnchor(materialId),
    title: `${number}. ${name}`,
    reason: reason || (isPromise ? '' : '窗口没有写明原因，请打电话问清后再补。'),
    isForm,
    answered: lack === '',
    tag: itemTag(item, lack),
    // Of a form that was not touched the tag says it.
    lack: isUnchanged(item) ? '' : lack,
    hint:
      isUnchanged(item) && lack !== '' ? '核对后没有错、不用改的，请在“想对窗口说的话”里写明原因，也可以提交。' : '',
    before: item.before.map(caseFileView),
    beforeText: beforeText(item, beforeKnown, isPromise),
    others: item.others.map(caseFileView),
    material: isForm ? null : filesView(item, item.files, queue),
    changes: (form?.changes ?? []).map(({ masked, ...change }) => ({
      ...change,
      shownBefore: masked?.before ?? change.before,
      shownAfter: masked?.after ?? change.after,
    })),
    formButton: formButton(item),
    fieldId: form?.named?.[0]?.fieldId ?? '',
  }
}

function itemTag(item: SupplementItem, lack: string): ItemView['tag'] {
  if (lack !== '') return { text: isUnchanged(item) ? '还没改' : '还没补', tone: 'turn', icon: '' }
  return isUnchanged(item)
    ? { text: '不修改，已说明原因', tone: 'info', icon: '' }
    : { text: '补好了', tone: 'done', icon: 'check' }
}

function formButton({ kind, form }: SupplementItem): string {
  if (kind !== 'form' || form === undefined || form.obstacle !== '') return ''
  const what = form.named?.[0]?.label ?? '这张表'
  return form.changes.length > 0 ? `再改${what}` : `去改${what}`
}
