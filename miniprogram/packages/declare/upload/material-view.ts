import { ATTACHMENT_STATE_LABEL, type Attachment } from '../../../shared/domain/attachment'
import { filesNeeded, NECESSITY_LABEL, type Material } from '../../../shared/domain/matter'
import type { Promises } from '../../../shared/domain/promise'
import { promiseView, type PromiseView } from './promise-view'
import { sizeText } from '../../../shared/domain/size-text'
import { sentenceOf } from '../../../services/service-error'
import type { QueueItem } from './upload-queue'

/** One file as a row. */
export interface FileView {
  readonly key: string
  /** '' for a file that is only on the phone. */
  readonly attachmentId: string
  readonly name: string
  readonly size: string
  /** Where a file of an earlier case comes from; '' for an upload. */
  readonly source: string
  /** State in words; the tone is only a second sign. */
  readonly stateText: string
  readonly tone: 'calm' | 'done' | 'warn'
  /** What went wrong and what to do now; '' = nothing. */
  readonly reason: string
  readonly requestId: string
  /** 0–100 while uploading, -1 otherwise. */
  readonly percent: number
  readonly canRetry: boolean
  /** It failed because the login has expired: logging in again helps. */
  readonly canLogIn: boolean
  readonly canCancel: boolean
  readonly canRemove: boolean
  readonly canPreview: boolean
}

/** One material with its files. */
export interface MaterialView {
  readonly materialId: string
  readonly anchor: string
  readonly name: string
  readonly necessity: string
  /** 可由数据共享核验…; '' = nothing. */
  readonly relief: string
  readonly promise: PromiseView
  readonly requirement: string
  readonly note: string
  readonly files: readonly FileView[]
  readonly delivered: number
  readonly countText: string
  /** Nothing is lacking for the submit, as the review judges it. */
  readonly enough: boolean
  readonly full: boolean
  /** Files of earlier cases may be used. */
  readonly reusable: boolean
}

export const materialAnchor = (materialId: string): string => `material-${materialId.replace(/[^A-Za-z0-9_-]/g, '_')}`

/** Materials that are files; forms are filled in on the form page. An unknown kind is shown rather than hidden. */
export const needsFiles = (material: Material): boolean => material.kind !== 'form'

export function materialView(
  material: Material,
  attachments: readonly Attachment[],
  queue: readonly QueueItem[],
  promises: Promises,
): MaterialView {
  const rows = attachments.filter((row) => row.materialId === material.materialId && row.fieldId === undefined)
  const items = queue.filter((item) => item.materialId === material.materialId)
  const onTheirWay = new Set(items.map((item) => item.attachmentId))
  const delivered = rows.filter((row) => row.state === 'delivered').length
  const count = fileCount(rows, items)
  const promise = promiseView(promises, material.materialId, count > 0)
  const isPromised = promise.state === 'promised'
  const needed = filesNeeded(material, count, isPromised)
  const files = [...rows.filter((row) => !onTheirWay.has(row.attachmentId)).map(rowView), ...items.map(itemView)]
  return {
    materialId: material.materialId,
    anchor: materialAnchor(material.materialId),
    name: material.name,
    necessity: NECESSITY_LABEL[material.necessity],
    relief: material.shareable ? '能通过数据共享核验到的，可以不上传；核验不到时窗口会联系您补交。' : '',
    promise,
    requirement: requirementOf(material),
    note: material.note ?? '',
    files,
    delivered,
    countText: isPromised ? '承诺后补，不用现在上传' : `已送达 ${delivered} 个，${needText(needed, material)}`,
    enough: delivered >= needed,
    full: count >= material.maxCount,
    reusable: true,
  }
}

/** Files that take a place: everything but what was refused. */
export function fileCount(rows: readonly Attachment[], items: readonly QueueItem[]): number {
  const queued = items.filter((item) => item.state !== 'unusable' && !isRefused(item))
  const refused = new Set(items.filter(isRefused).map((item) => item.attachmentId))
  const onTheirWay = new Set(queued.map((item) => item.attachmentId))
  return (
    rows.filter((row) => row.state !== 'refused' && !refused.has(row.attachmentId) && !onTheirWay.has(row.attachmentId))
      .length + queued.length
  )
}

/** The office's system or ours will not take this very file, however often it is sent. */
const isRefused = ({ failure }: QueueItem): boolean => failure?.code === 'FILE_REFUSED' && !failure.retryable

function needText(needed: number, { maxCount, shareable }: Material): string {
  if (needed === 0) return `${shareable ? '能共享核验到的' : ''}可以不传，最多 ${maxCount} 个`
  return needed === maxCount ? `需要 ${needed} 个` : `需要 ${needed} 至 ${maxCount} 个`
}

function requirementOf(material: Material): string {
  const types = material.fileTypes.length > 0 ? material.fileTypes.join('、') : '以窗口为准'
  const form = material.documentForm ? `${material.documentForm}；` : ''
  return `${form}格式：${types}；单个不超过 ${sizeText(material.maxSizeBytes)}`
}

const QUIET = {
  source: '',
  reason: '',
  requestId: '',
  percent: -1,
  canRetry: false,
  canLogIn: false,
  canCancel: false,
  canRemove: true,
  canPreview: false,
}

function rowView(row: Attachment): FileView {
  const { attachmentId, fileName, state } = row
  const base = {
    ...QUIET,
    key: attachmentId,
    attachmentId,
    name: fileName,
    size: sizeText(row.size),
    source: sourceOf(row),
  }
  switch (state) {
    case 'delivered':
      return { ...base, stateText: ATTACHMENT_STATE_LABEL.delivered, tone: 'done', canPreview: true }
    case 'refused':
      return {
        ...base,
        stateText: ATTACHMENT_STATE_LABEL.refused,
        tone: 'warn',
        reason: sentenceOf({ title: row.refusal ?? '这个文件不能使用，请删除后换一个文件', next: '' }),
      }
    case 'queued':
      return { ...base, stateText: '没有传完', tone: 'warn', reason: '上次没有传完。请删除后重新添加。' }
    case 'stored':
    case 'checked':
      return {
        ...base,
        stateText: ATTACHMENT_STATE_LABEL[state],
        tone: 'warn',
        reason: '还没有送达一网通。请稍后返回再打开这一页；一直没有变化时，请删除后重新添加。',
        canPreview: true,
      }
  }
}

const sourceOf = ({ earlier }: Attachment): string =>
  earlier ? `用的是以前提交过的文件：${earlier.from}，${earlier.uploadedAt.slice(0, 10)} 上传` : ''

const NO_ROOM = '手机空间不足，传完之前请不要关闭小程序'

function itemView(item: QueueItem): FileView {
  const { key, attachmentId, file, state, percent, failure } = item
  const base = {
    ...QUIET,
    key,
    attachmentId,
    name: file.name,
    size: sizeText(file.size),
    canRemove: false,
    source: item.kept === 'no' ? NO_ROOM : '',
  }
  switch (state) {
    case 'waiting':
      return { ...base, stateText: '排队等待上传', tone: 'calm', canCancel: true }
    case 'uploading':
      return {
        ...base,
        stateText: percent >= 100 ? '已上传，正在检查并送达' : `正在上传 ${percent}%`,
        tone: 'calm',
        percent,
        canCancel: true,
      }
    case 'failed':
      return {
        ...base,
        stateText: '没有传成功',
        tone: 'warn',
        reason: failure ? sentenceOf(failure) : '请重试。',
        requestId: failure?.requestId ?? '',
        canRetry: !isRefused(item),
        canLogIn: failure?.code === 'BINDING_EXPIRED',
        canRemove: true,
      }
    case 'unusable':
      return { ...base, stateText: '没有上传', tone: 'warn', reason: item.refusal, canRemove: true }
  }
}
