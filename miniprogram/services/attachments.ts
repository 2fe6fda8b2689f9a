import type { Output } from '../shared/contract/actions'
import type { Attachment } from '../shared/domain/attachment'
import { CloudFailure, cloudPort, type Transfer } from '../platform/cloud/index'
import type { PickedFile } from '../platform/media'
import { call } from './call'
import { ServiceError, toFailure } from './service-error'

/** Where a file belongs; `fieldId` for a file inside a form (a signature). */
export interface AttachmentTarget {
  readonly draftId: string
  readonly materialId: string
  readonly fieldId?: string
}

export interface UploadWatcher {
  /** The ledger row exists: the file can be shown, retried and removed by its id. */
  readonly onBegun?: (attachment: Attachment) => void
  /** 0–100, of the way to cloud storage. */
  readonly onProgress?: (percent: number) => void
}

/** The citizen stopped the upload: not a failure, nothing to report. */
export class UploadCancelled extends Error {
  constructor() {
    super('the citizen cancelled the upload')
    this.name = 'UploadCancelled'
  }
}

export interface Upload {
  /** The delivered or refused row. Rejects with ServiceError, or UploadCancelled after `abort`. */
  readonly done: Promise<Attachment>
  abort(): void
}

/** One file's way: a path is minted → the file goes to cloud storage → it is checked and delivered to the provider. */
export function uploadAttachment(target: AttachmentTarget, file: PickedFile, watcher: UploadWatcher = {}): Upload {
  let cancelled = false
  let transfer: Transfer<{ fileId: string }> | undefined

  async function run(): Promise<Attachment> {
    const begun = await call('attachment.begin', { ...target, fileName: file.name, size: file.size })
    watcher.onBegun?.(begun.attachment)
    try {
      if (cancelled) throw new UploadCancelled()
      transfer = cloudPort().upload(begun.cloudPath, file.path, watcher.onProgress)
      const { fileId } = await transfer.done
      if (cancelled) throw new UploadCancelled()
      const { attachment } = await call('attachment.deliver', {
        attachmentId: begun.attachment.attachmentId,
        fileId,
      })
      return attachment
    } catch (error) {
      if (cancelled) {
        await forget(begun.attachment.attachmentId)
        throw new UploadCancelled()
      }
      throw error instanceof CloudFailure ? uploadFailed(error) : error
    }
  }

  return {
    done: run(),
    abort() {
      cancelled = true
      transfer?.abort()
    },
  }
}

/** Removes a file here and, as far as it got, in cloud storage. */
export async function removeAttachment(attachmentId: string): Promise<void> {
  await call('attachment.remove', { attachmentId })
}

/** A short-lived address to look at the file. */
export const previewAttachment = (attachmentId: string): Promise<Output<'attachment.preview'>> =>
  call('attachment.preview', { attachmentId })

/** A row that cannot be removed now stays as an unfinished upload, which the clean-up timer abandons. */
async function forget(attachmentId: string): Promise<void> {
  try {
    await removeAttachment(attachmentId)
  } catch {
    // See above.
  }
}

function uploadFailed(failure: CloudFailure): ServiceError {
  return failure.kind === 'refused'
    ? new ServiceError(toFailure({ code: 'FILE_REFUSED', message: '文件没有传上去', retryable: true }))
    : new ServiceError(toFailure({ code: 'NETWORK', retryable: true }))
}
