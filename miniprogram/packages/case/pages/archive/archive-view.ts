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

/** A material, and what of it is in the zip or why nothing is. */
export interface MaterialLine {
  readonly materialId: string
  readonly name: string
  readonly value: string
}

/** What to expect, before anything is packed; called an estimate. */
export interface ContentsView {
  readonly matter: string
  readonly title: string
  readonly size: string
  readonly inside: readonly MaterialLine[]
  /** Materials with files beyond those shown; 0 = none. */
  readonly more: number
  readonly outside: readonly (MaterialLine & { readonly isPromised: boolean })[]
}

/** Materials shown one by one; one more is shown than "one more" would say. */
const SHOWN = 5

export function contentsView({ caseNo, matterName, statusName, materials }: CaseContents): ContentsView {
  const files = materials.flatMap((material) => material.files)
  const forms = materials.filter(({ isForm }) => isForm).length
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const parts = [...(forms > 0 ? [`${forms} 份表单`] : []), ...(files.length > 0 ? [`${files.length} 个文件`] : [])]
  const inside = materials
    .filter((material) => material.isForm || material.files.length > 0)
    .map(({ materialId, name, isForm, files: own }) => ({
      materialId,
      name,
      value: isForm ? '您填的表单' : `${own.length} 个`,
    }))
  return {
    matter: `${matterName}，${statusName}，办件号 ${caseNo}`,
    title: parts.length === 0 ? '一网通没有列出材料' : parts.join('，'),
    size: bytes > 0 ? `文件合计${bytes < 1024 ? '' : '约 '}${sizeText(bytes)}，以打包后为准` : '打包后告诉您大小',
    inside: inside.length > SHOWN + 1 ? inside.slice(0, SHOWN) : inside,
    more: inside.length > SHOWN + 1 ? inside.length - SHOWN : 0,
    outside: materials
      .filter((material) => material.isPromised || (!material.isForm && material.files.length === 0))
      .map(({ materialId, name, isPromised }) => ({
        materialId,
        name,
        isPromised,
        value: isPromised ? '承诺后补，还没交' : '没有交文件',
      })),
  }
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
    summary: `打包好了，${total} 个文件`,
    kept: `${sizeText(size)}，留到 ${formatBeijingTime(keptUntil)}`,
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
  `已等 ${Math.round(sinceMs / 1000)} 秒。可以先停下，过一会儿再来。`
