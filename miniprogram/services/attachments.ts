import type { Output } from '../shared/contract/actions'
import type { Attachment, EarlierFile } from '../shared/domain/attachment'
import { CloudFailure, cloudPort, type Transfer } from '../platform/cloud/index'
import type { PickedFile } from '../platform/media'
import { sha1Of } from '../platform/files'
import { call } from './call'
import { follow } from './under-way'
import { uploadFailed } from './upload-failed'

/** Where a file belongs; `fieldId` for a file inside a form (a signature). */
export interface AttachmentTarget {
  readonly draftId: string
  readonly materialId: string
  readonly fieldId?: string
  /** Names the picked file: sending it again finds the same ledger row. */
  readonly uploadKey?: string
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

/**
 * One file's way: the phone takes its digest → a path is minted → the file goes to cloud storage → it is checked against
 * that digest and delivered to the provider.
 */
export function uploadAttachment(target: AttachmentTarget, file: PickedFile, watcher: UploadWatcher = {}): Upload {
  let cancelled = false
  let transfer: Transfer<{ fileId: string }> | undefined

  async function run(): Promise<Attachment> {
    const { name: fileName, size, path } = file
    const sha1 = await sha1Of(path)
    const begun = await call('attachment.begin', { ...target, fileName, size, ...(sha1 ? { sha1 } : {}) })
    watcher.onBegun?.(begun.attachment)
    // An earlier try went through although its answer was lost.
    if (begun.attachment.state === 'delivered') return begun.attachment
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
    done: follow(run()),
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

/** What may be used again for a material: its last files, and earlier cases with files, 20 a page. */
export const listEarlier = (draftId: string, materialId: string, pageNo = 1): Promise<Output<'attachment.earlier'>> =>
  call('attachment.earlier', { draftId, materialId, pageNo })

/** The files of one earlier case, those of the same material first. */
export const filesOfCase = async (
  draftId: string,
  materialId: string,
  caseNo: string,
): Promise<readonly EarlierFile[]> => (await call('attachment.caseFiles', { draftId, materialId, caseNo })).files

/** Puts earlier files under a material; one that does not fit hinders no other. At most 20 at once. */
export const reuseFiles = (
  draftId: string,
  materialId: string,
  earlierIds: readonly string[],
): Promise<Output<'attachment.reuse'>> => call('attachment.reuse', { draftId, materialId, earlierIds })

/** A short-lived address of a file that was submitted before. */
export const previewEarlier = (draftId: string, earlierId: string): Promise<Output<'attachment.previewEarlier'>> =>
  call('attachment.previewEarlier', { draftId, earlierId })

/** A row that cannot be removed now stays as an unfinished upload, which the clean-up timer abandons. */
async function forget(attachmentId: string): Promise<void> {
  try {
    await removeAttachment(attachmentId)
  } catch {
    // See above.
  }
}
