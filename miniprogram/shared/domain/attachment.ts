import type { BeijingTime } from './time'

/**
 * The ledger row of one file, not its thumbnail, says whether it arrived:
 * queued (path minted) → stored (in cloud storage) → checked (content looked at) → delivered (upstream has it), or refused.
 */
export type AttachmentState = 'queued' | 'stored' | 'checked' | 'delivered' | 'refused'

export const ATTACHMENT_STATE_LABEL: Readonly<Record<AttachmentState, string>> = {
  queued: '等待上传',
  stored: '已上传，正在检查',
  checked: '已检查，正在送达',
  delivered: '已送达',
  refused: '未通过',
}

export interface Attachment {
  readonly attachmentId: string
  readonly materialId: string
  /** Set for a file inside a form (signature): the form field that holds it. */
  readonly fieldId?: string
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  readonly state: AttachmentState
  /** Why it was refused, in the citizen's words. */
  readonly refusal?: string
  readonly deliveredAt?: BeijingTime
  /** The provider's id; rows that share one are one file there, and count once. */
  readonly providerId?: string
  /** SHA-1 that the phone computed, lower-case hex: the page tells twins by it. */
  readonly sha1?: string
  /** Set for a file that was submitted before and is used again. */
  readonly earlier?: { readonly earlierId: string; readonly from: string; readonly uploadedAt: BeijingTime }
}

/** A file of an earlier filing of the same identity (contract #9, #21). */
export interface EarlierFile {
  readonly earlierId: string
  /** The material that it was submitted for. */
  readonly materialId: string
  readonly materialName: string
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  readonly caseNo: string
  readonly uploadedAt: BeijingTime
  /** Why it cannot be used for the material that it is wanted for, in the citizen's words; absent = it can. */
  readonly obstacle?: string
}

/** An earlier case that has files (contract #20). */
export interface EarlierCase {
  readonly caseNo: string
  readonly matterName: string
  readonly statusName: string
  readonly submittedAt: BeijingTime
}

export interface EarlierCasePage {
  readonly total: number
  readonly pageNo: number
  readonly rows: readonly EarlierCase[]
}
