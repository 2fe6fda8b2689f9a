import { ATTACHMENT_STATE_LABEL, type Attachment } from '../../../shared/domain/attachment'
import { fileTypeOf } from '../../../shared/domain/file-kind'
import { sizeText } from '../../../shared/domain/size-text'
import { isGone, saysConfirming, sentenceOf } from '../../../services/service-error'
import { fileIcon, isPicture } from './file-icon'
import { photoStem } from './photo-names'
import type { QueueItem } from './upload-queue'

/** One file as a tile, and as the sheet that a tap on it opens. */
export interface FileView {
  readonly key: string
  /** '' for a file that is only on the phone. */
  readonly attachmentId: string
  readonly name: string
  /** The name as far as a tile has room for it. */
  readonly caption: string
  readonly size: string
  /** Where a file of an earlier case comes from; '' for an upload. */
  readonly source: string
  /** Path of the picture on this phone; '' = the icon is shown. */
  readonly picture: string
  readonly icon: string
  /** State in words; the look is only a second sign. */
  readonly stateText: string
  /** again = a tap on the tile sends it once more; bad = it cannot be used as it is. */
  readonly look: 'going' | 'done' | 'again' | 'bad'
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

const QUIET = {
  source: '',
  picture: '',
  reason: '',
  requestId: '',
  percent: -1,
  canRetry: false,
  canLogIn: false,
  canCancel: false,
  canRemove: false,
  canPreview: false,
}

/** `近期免冠照片-2.jpg` of 近期免冠照片 is 第 2 张: the card says the rest. */
function captionOf(name: string, materialName: string): string {
  const stem = name.slice(0, name.length - fileTypeOf(name).length).replace(/\.$/, '')
  const own = /-(\d+)$/.exec(stem)
  return own?.[1] !== undefined && stem === `${photoStem(materialName)}-${own[1]}`
    ? `第 ${own[1]} 张`
    : withItsEnd(stem || name)
}

/** So many letters have room below a tile. */
const ROOM = 6

/** Files of one material mostly begin alike: their ends tell them apart, so the middle is what is left out. */
function withItsEnd(text: string): string {
  const letters = [...text]
  return letters.length <= ROOM ? text : `${letters.slice(0, 2).join('')}…${letters.slice(2 - ROOM + 1).join('')}`
}

const base = (name: string, size: number, materialName: string) => ({
  ...QUIET,
  name,
  caption: captionOf(name, materialName),
  size: sizeText(size),
  icon: fileIcon(name),
})

/** A file that the ledger has. @param picture its path on this phone; '' = it is not here any more */
export function rowView(row: Attachment, materialName: string, picture: string): FileView {
  const { attachmentId, fileName, state } = row
  const file = {
    ...base(fileName, row.size, materialName),
    key: attachmentId,
    attachmentId,
    source: sourceOf(row),
    picture,
    canRemove: true,
  }
  switch (state) {
    case 'delivered':
      return { ...file, stateText: ATTACHMENT_STATE_LABEL.delivered, look: 'done', canPreview: true }
    case 'refused':
      return {
        ...file,
        stateText: ATTACHMENT_STATE_LABEL.refused,
        look: 'bad',
        reason: sentenceOf({ title: row.refusal ?? '这个文件不能使用，请删除后换一个文件', next: '' }),
      }
    case 'queued':
      return { ...file, stateText: '没有传完', look: 'bad', reason: '上次没有传完。请删除后重新添加。' }
    case 'stored':
    case 'checked':
      return {
        ...file,
        stateText: ATTACHMENT_STATE_LABEL[state],
        look: 'bad',
        reason: '还没有送达一网通。请稍后返回再打开这一页；一直没有变化时，请删除后重新添加。',
        canPreview: true,
      }
  }
}

const sourceOf = ({ earlier }: Attachment): string =>
  earlier ? `用的是以前提交过的文件：${earlier.from}，${earlier.uploadedAt.slice(0, 10)} 上传` : ''

const NO_ROOM = '手机空间不足，传完之前请不要关闭小程序'

/** A file on its way. */
export function itemView(item: QueueItem, materialName: string): FileView {
  const { key, attachmentId, state, percent, failure } = item
  const file = {
    ...base(item.file.name, item.file.size, materialName),
    key,
    attachmentId,
    picture: isPicture(item.file.name) ? item.file.path : '',
    source: item.kept === 'no' ? NO_ROOM : '',
  }
  switch (state) {
    case 'waiting':
      return { ...file, stateText: '排队等待上传', look: 'going', canCancel: true }
    case 'uploading': {
      const stateText = percent >= 100 ? '已上传，正在检查并送达' : `正在上传 ${percent}%`
      return { ...file, stateText, look: 'going', percent, canCancel: true }
    }
    case 'failed': {
      const canRetry = canSendAgain(item)
      return {
        ...file,
        stateText: '没有传成功',
        look: canRetry ? 'again' : 'bad',
        reason: failure ? sentenceOf(failure) : '请重试。',
        requestId: failure?.requestId ?? '',
        canRetry,
        canLogIn: failure?.code === 'BINDING_EXPIRED',
        canRemove: true,
      }
    }
    case 'unusable':
      return { ...file, stateText: '没有上传', look: 'bad', reason: item.refusal, canRemove: true }
  }
}

/** The office's system or ours will not take this very file, however often it is sent. */
export const isRefused = ({ failure }: QueueItem): boolean => failure?.code === 'FILE_REFUSED' && !failure.retryable

/** While a submit is open, or after it, nothing is added. */
const canSendAgain = (item: QueueItem): boolean =>
  !isRefused(item) && (item.failure === null || !(saysConfirming(item.failure) || isGone(item.failure)))
