import type { AccountView } from '../../domain/account'
import type { Attachment, EarlierCasePage, EarlierFile } from '../../domain/attachment'
import type { BeijingTime } from '../../domain/time'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Attachment: contract #14, #7, #15 */
export interface AttachmentActions {
  /**
   * Mints the storage path that this one file may be uploaded to. `uploadKey` names the picked file, so that a repetition
   * finds the same row: begun anew, or delivered already. `sha1` is the phone's digest of it.
   */
  'attachment.begin': {
    input: {
      draftId: string
      materialId: string
      fieldId?: string
      fileName: string
      size: number
      uploadKey?: string
      sha1?: string
    }
    output: { attachment: Attachment; cloudPath: string }
  }
  /** Checks the stored file and streams it to the provider. */
  'attachment.deliver': { input: { attachmentId: string; fileId: string }; output: { attachment: Attachment } }
  'attachment.remove': { input: { attachmentId: string }; output: Nothing }
  /** A short-lived address, given after an ownership check. */
  'attachment.preview': { input: { attachmentId: string }; output: { url: string; expiresAt: BeijingTime } }
  /** What was submitted before and may be used again: the material's last files (#9), and all cases with files (#20). */
  'attachment.earlier': {
    input: { draftId: string; materialId: string; pageNo: number }
    output: {
      account: AccountView
      materialName: string
      last: Loadable<readonly EarlierFile[]>
      cases: Loadable<EarlierCasePage>
    }
  }
  /** The files of one earlier case (#21), those of the same material first. */
  'attachment.caseFiles': {
    input: { draftId: string; materialId: string; caseNo: string }
    output: { files: readonly EarlierFile[] }
  }
  /** Puts files that were submitted before under a material of the draft; each is asked for again (#8). */
  'attachment.reuse': {
    input: { draftId: string; materialId: string; earlierIds: readonly string[] }
    output: {
      attachments: readonly Attachment[]
      refused: readonly { earlierId: string; fileName: string; reason: string }[]
    }
  }
  /** A short-lived address of a file that was submitted before (#8): passed through our storage, never the provider's. */
  'attachment.previewEarlier': {
    input: { draftId: string; earlierId: string }
    output: { url: string; expiresAt: BeijingTime }
  }
}

export const ATTACHMENT_FACTS = {
  'attachment.begin': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'], made: 'attachment' },
  'attachment.deliver': { on: 'transfer', repeat: 'same', audit: 'change', objects: ['attachmentId'] },
  'attachment.remove': { on: 'api', repeat: 'same', audit: 'change', objects: ['attachmentId'] },
  'attachment.preview': { on: 'api', repeat: 'read', audit: 'look', objects: ['attachmentId'] },
  'attachment.earlier': { on: 'api', repeat: 'read', audit: 'look', objects: ['draftId'] },
  'attachment.caseFiles': { on: 'api', repeat: 'read', audit: 'look', objects: ['draftId', 'caseNo'] },
  'attachment.reuse': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'] },
  'attachment.previewEarlier': { on: 'transfer', repeat: 'read', audit: 'look', objects: ['draftId', 'earlierId'] },
} as const satisfies FactsOf<AttachmentActions>
