import type { Output } from '../shared/contract/actions'
import { CloudFailure, cloudPort } from '../platform/cloud/index'
import { call } from './call'
import { ServiceError, toFailure } from './service-error'

export type OpenedArchive = Output<'archive.open'>
export type FetchedArchive = Output<'archive.fetch'>

/** What was filed with a case: what its zip should hold. */
export const openArchive = (caseNo: string): Promise<OpenedArchive> => call('archive.open', { caseNo })

/** The zip of a case as the server has fetched it, or how long to wait while it is packed. Nothing comes to the phone. */
export const fetchArchive = (caseNo: string): Promise<FetchedArchive> => call('archive.fetch', { caseNo })

/** One file of a fetched zip: a short-lived address of it, and its name. */
export const previewArchived = (archiveId: string, index: number): Promise<Output<'archive.preview'>> =>
  call('archive.preview', { archiveId, index })

/** The zip itself on its way to the phone. */
export interface ArchiveDownload {
  /** Resolves with a local path; undefined when it was stopped. */
  readonly done: Promise<string | undefined>
  stop(): void
}

/** Brings a fetched zip to the phone. `onProgress`: 0–100. `done` rejects with ServiceError only. */
export function downloadArchive(archiveId: string, onProgress: (percent: number) => void): ArchiveDownload {
  let isStopped = false
  let abort = (): void => undefined
  const run = async (): Promise<string | undefined> => {
    const { url } = await call('archive.link', { archiveId })
    if (isStopped) return undefined
    const transfer = cloudPort().download(url, onProgress)
    abort = () => transfer.abort()
    try {
      return (await transfer.done).filePath
    } catch (error) {
      if (!(error instanceof CloudFailure)) throw error
      if (error.kind === 'aborted') return undefined
      throw new ServiceError(
        toFailure({ code: 'NETWORK', retryable: true, message: '压缩包没有下载完整，请检查网络后重试' }),
      )
    }
  }
  return {
    done: run(),
    stop: () => {
      isStopped = true
      abort()
    },
  }
}
