import { ATTACHMENT_STATE_LABEL, type Attachment } from '../../../shared/domain/attachment'
import { type AskedMaterial, NECESSITY_LABEL, type Material } from '../../../shared/domain/matter'
import { promisedIds, type Promises } from '../../../shared/domain/promise'
import { filesOf, mustCome, type JudgedFile } from '../../../shared/judge/index'
import { toJudged } from '../draft/grounds'
import { promiseView, type PromiseView } from './promise-view'
import { sizeText } from '../../../shared/domain/size-text'
import { isGone, saysConfirming, sentenceOf } from '../../../services/service-error'
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
  /** The form is printed for it first. */
  readonly ofPrint: boolean
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
  material: AskedMaterial,
  attachments: readonly Attachment[],
  queue: readonly QueueItem[],
  promises: Promises,
): MaterialView {
  const { materialId } = material
  const rows = attachments.filter((row) => row.materialId === materialId && row.fieldId === undefined)
  const items = queue.filter((item) => item.materialId === materialId)
  const onTheirWay = new Set(items.map((item) => item.attachmentId))
  const isPromised = promisedIds(promises).includes(materialId)
  const { have, begun, least, need } = filesOf(material, judgedFiles(attachments, queue), isPromised)
  const files = [...rows.filter((row) => !onTheirWay.has(row.attachmentId)).map(rowView), ...items.map(itemView)]
  return {
    materialId,
    anchor: materialAnchor(materialId),
    name: material.name,
    necessity: NECESSITY_LABEL[material.necessity],
    relief: material.shareable ? '能通过数据共享核验到的，可以不上传；核验不到时窗口会联系您补交。' : '',
    promise: promiseView(promises, materialId, begun > 0),
    requirement: requirementOf(material),
    note: material.note ?? '',
    ofPrint: material.ofPrint === true,
    files,
    delivered: have,
    countText: isPromised ? '承诺后补，不用现在上传' : `已送达 ${have} 个，${needText(have, least, material)}`,
    enough: have >= need,
    full: begun >= material.maxCount,
    reusable: true,
  }
}

/** Files of a material that take a place, with those in the queue: everything but what was refused. */
export const fileCount = (
  material: Material,
  attachments: readonly Attachment[],
  queue: readonly QueueItem[],
): number => filesOf(material, judgedFiles(attachments, queue), false).begun

/** What the ledger has and what is on its way to it, each once: of a file in the queue the queue knows better. */
function judgedFiles(attachments: readonly Attachment[], queue: readonly QueueItem[]): readonly JudgedFile[] {
  const items = queue.filter(({ state }) => state !== 'unusable')
  const onTheirWay = new Set(items.map(({ attachmentId }) => attachmentId))
  const queued = items.map((item): JudgedFile => {
    const state = isRefused(item) ? 'refused' : 'queued'
    return { id: item.key, materialId: item.materialId, fieldId: '', state, providerId: '' }
  })
  return [...attachments.filter(({ attachmentId }) => !onTheirWay.has(attachmentId)).map(toJudged), ...queued]
}

/** The office's system or ours will not take this very file, however often it is sent. */
const isRefused = ({ failure }: QueueItem): boolean => failure?.code === 'FILE_REFUSED' && !failure.retryable

/** While a submit is open, or after it, nothing is added. */
const canSendAgain = (item: QueueItem): boolean =>
  !isRefused(item) && (item.failure === null || !(saysConfirming(item.failure) || isGone(item.failure)))

function needText(have: number, least: number, material: Material): string {
  const { maxCount, shareable } = material
  if (least === 0) return `${shareable ? '能共享核验到的' : ''}可以不传，最多 ${maxCount} 个`
  // Nobody needs what may be left out: that something was put here only makes it complete or not.
  if (!mustCome(material) && have >= least) return `最多 ${maxCount} 个`
  return least === maxCount ? `需要 ${least} 个` : `需要 ${least} 至 ${maxCount} 个`
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
        canRetry: canSendAgain(item),
        canLogIn: failure?.code === 'BINDING_EXPIRED',
        canRemove: true,
      }
    case 'unusable':
      return { ...base, stateText: '没有上传', tone: 'warn', reason: item.refusal, canRemove: true }
  }
}
