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
}
