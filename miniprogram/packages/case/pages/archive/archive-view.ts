import { numberedSentence, type Failure } from '../../../../services/service-error'
import type { ErrorCode } from '../../../../shared/contract/errors'
import {
  shownOnPhone,
  type ArchiveEntry,
  type ArchiveLack,
  type CaseArchive,
  type CaseContents,
} from '../../../../shared/domain/archive'
import { sizeText } from '../../../../shared/domain/size-text'
import { formatBeijingTime } from '../../../../shared/domain/time'

export interface ContentsView {
  readonly matterName: string
  readonly status: string
  /** What to expect, before anything is packed; called an estimate. */
  readonly expected: string
}

export function contentsView({ matterName, statusName, materials }: CaseContents): ContentsView {
  const files = materials.flatMap((material) => material.files)
  const forms = materials.filter(({ isForm }) => isForm).length
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const parts = [...(forms > 0 ? [`${forms} 份电子表单`] : []), ...(files.length > 0 ? [`${files.length} 个文件`] : [])]
  const expected =
    parts.length === 0
      ? '一网通没有列出这件事的材料。'
      : `一网通列出了 ${parts.join('、')}${bytes > 0 ? `，文件合计${bytes < 1024 ? '' : '约 '}${sizeText(bytes)}` : ''}。压缩包的准确大小，打包后告诉您。`
  return { matterName, status: statusName, expected }
}

export interface EntryView {
  readonly index: number
  readonly name: string
  readonly size: string
  /** What a tap does; '' = a phone cannot show it. */
  readonly action: string
}

export interface FolderView {
  readonly folder: string
  readonly entries: readonly EntryView[]
}

export interface ArchiveView {
  readonly size: string
  readonly summary: string
  readonly kept: string
  readonly folders: readonly FolderView[]
  /** Files that are not shown yet. */
  readonly more: number
}

const toEntry = ({ index, name, size }: ArchiveEntry): EntryView => ({
  index,
  name,
  size: sizeText(size),
  action: shownOnPhone(name) === 'nothing' ? '' : '打开',
})

/** The first `shown` files by folder: a page holds fewer than a thousand nodes. */
export function archiveView({ size, keptUntil, entries, total }: CaseArchive, shown: number): ArchiveView {
  const folders = new Map<string, EntryView[]>()
  for (const entry of entries.slice(0, shown)) {
    folders.set(entry.folder, [...(folders.get(entry.folder) ?? []), toEntry(entry)])
  }
  return {
    size: sizeText(size),
    summary: `压缩包 ${sizeText(size)}，里面有 ${total} 个文件。`,
    kept: `可以在 ${formatBeijingTime(keptUntil)} 前打开，过后需要重新打包。`,
    folders: [...folders].map(([folder, list]) => ({ folder, entries: list })),
    more: Math.max(0, entries.length - shown),
  }
}

const LACK_TEXT: Readonly<Record<ArchiveLack['kind'], string>> = {
  file: '提交过，压缩包里没有找到',
  form: '填写过，压缩包里没有找到对应的文件',
  promised: '承诺后补，还没有补交',
  missing: '事项清单要求，这件事里没有',
}

export const lackLines = (lacks: readonly ArchiveLack[]): readonly string[] =>
  lacks.map(({ kind, material, fileName }) => `${material}${fileName ? `“${fileName}”` : ''}：${LACK_TEXT[kind]}`)

/** What is said here of a file that did not open, instead of the code's own sentence. */
const NOT_OPENED: Readonly<Partial<Record<ErrorCode, string>>> = {
  NOT_FOUND: '压缩包已经过了保留时间，请重新打包。',
  INTERNAL: '请再试一次；仍不行，请把压缩包转发到电脑查看。',
}

export const notOpenedText = (failure: Failure): string => NOT_OPENED[failure.code] ?? numberedSentence(failure)

/** Contract #32: 最多等 5 分钟. */
export const LONGEST_WAIT_MS = 300_000
/** Six times a minute are allowed (contract chapter 11); the first few may follow the provider's shorter wish. */
const PACE_MS = 10_000
const QUICK_ASKS = 3

/** How long to wait before the next question. @param asked how often it was asked already */
export const waitOf = (retryAfterMs: number, asked: number): number =>
  Math.max(1000, retryAfterMs, asked <= QUICK_ASKS ? 0 : PACE_MS)

export const packingText = (sinceMs: number): string =>
  `一网通正在打包，已等待 ${Math.round(sinceMs / 1000)} 秒。材料多时要等几分钟，可以先停下，过一会儿再来。`
