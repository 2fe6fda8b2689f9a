import type { Output } from '../shared/contract/actions'
import { call } from './call'
import { download, type Download } from './download'

export type OpenedArchive = Output<'archive.open'>
export type FetchedArchive = Output<'archive.fetch'>

/** What was filed with a case: what its zip should hold. */
export const openArchive = (caseNo: string): Promise<OpenedArchive> => call('archive.open', { caseNo })

/** The zip of a case as the server has fetched it, or how long to wait while it is packed. Nothing comes to the phone. */
export const fetchArchive = (caseNo: string): Promise<FetchedArchive> => call('archive.fetch', { caseNo })

/** One file of a fetched zip: a short-lived address of it, and its name. */
export const previewArchived = (archiveId: string, index: number): Promise<Output<'archive.preview'>> =>
  call('archive.preview', { archiveId, index })

/** Brings a fetched zip to the phone; see `download`. */
export const downloadArchive = (archiveId: string, onProgress: (percent: number) => void): Download =>
  download(() => call('archive.link', { archiveId }), '压缩包没有下载完整，请检查网络后重试', onProgress)
