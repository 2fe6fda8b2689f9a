import { type AttachmentState } from '../../miniprogram/shared/domain/attachment'
import { type BeijingTime } from '../../miniprogram/shared/domain/time'
import { table } from '../kernel/cloud'
import { NEVER } from '../kernel/never'
import { ofOwner, type Owner } from './owner'

/** Of a file that the applicant submitted before (contract #9, #20, #21) and uses again. */
interface EarlierSource {
  readonly caseNo: string
  /** The matter or material that it was submitted for. */
  readonly from: string
  readonly uploadedAt: BeijingTime
}

/** The ledger row of one file; it, not a thumbnail, says whether the file arrived. */
export interface AttachmentRow extends Owner {
  /** The attachment id: random. */
  readonly _id: string
  readonly draftId: string
  readonly materialId: string
  /** '' for a file of a material; the field's id for a file inside a form. */
  readonly fieldId: string
  readonly fileName: string
  /** Bytes, as the page said when it asked for a place. */
  readonly size: number
  /** SHA-1 that the phone computed, lower-case hex; '' when it could not. */
  readonly sha1: string
  /** Of the stored bytes, in the provider's digest algorithm; '' until they were read, or when the provider gave none. */
  readonly digest: string
  /** Where a file comes from that was submitted before; null for an upload. */
  readonly earlier: EarlierSource | null
  /** The one path that this file may be uploaded to. */
  readonly cloudPath: string
  /** '' until the file was found in storage; it stays when the bytes have left it: ids of other files are told by it. */
  readonly fileId: string
  readonly state: AttachmentState
  /** '' unless refused: why, in the citizen's words. */
  readonly refusal: string
  /** The provider's id; '' until delivered. */
  readonly attachId: string
  readonly deliveredAt: BeijingTime
  /** When the bytes of a delivered file leave storage, ms since the epoch; NEVER = they have left it, or it is not delivered. */
  readonly bytesUntil: number
  /** ms since the epoch. */
  readonly createdAt: number
}

/** Until December 2026: bytes stayed. */
type Version0 = Omit<AttachmentRow, 'bytesUntil'> & Partial<Pick<AttachmentRow, 'bytesUntil'>>

const fromVersion0 = (row: Version0): AttachmentRow => ({ ...row, bytesUntil: row.bytesUntil ?? NEVER })

const rows = table<AttachmentRow>('attachments', [fromVersion0], { fileName: 'here' })

export const resealAttachments = rows.reseal

/** More than a declaration may have (300 files, contract chapter 11), counting refused ones. */
const MOST_ROWS = 1000

export const insertAttachment = (row: AttachmentRow): Promise<boolean> => rows.insert(row)

export const findAttachment = (_id: string, owner: Owner): Promise<AttachmentRow | undefined> =>
  rows.first({ _id, ...ofOwner(owner) })

/** All files of a draft, oldest first. */
export async function listAttachments(draftId: string): Promise<readonly AttachmentRow[]> {
  const found = await rows.find({ draftId }, { limit: MOST_ROWS })
  return found.sort((a, b) => a.createdAt - b.createdAt)
}

/**
 * Begins an upload anew at another path, whatever became of the try before; false when that try was delivered, or the
 * row is gone.
 */
export async function restartAttachment(_id: string, cloudPath: string, sha1: string): Promise<boolean> {
  const fields = { state: 'queued', refusal: '', fileId: '', cloudPath, sha1 } as const
  return (await rows.update({ _id, state: { noneOf: ['delivered'] } }, fields)) === 1
}

/** Moves a row on; false when it is gone, begun anew at another path, delivered or refused already. */
export async function advanceAttachment(
  { _id, cloudPath }: Pick<AttachmentRow, '_id' | 'cloudPath'>,
  fields: Partial<Omit<AttachmentRow, '_id' | 'draftId' | 'openid' | 'userId' | 'cloudPath'>>,
): Promise<boolean> {
  return (await rows.update({ _id, cloudPath, state: { noneOf: ['delivered', 'refused'] } }, fields)) === 1
}

export async function removeAttachment(_id: string): Promise<boolean> {
  return (await rows.remove({ _id })) === 1
}

/** Removes a row unless it was delivered meanwhile; false when it was, or is gone. */
export async function removeUndelivered(_id: string): Promise<boolean> {
  return (await rows.remove({ _id, state: { noneOf: ['delivered'] } })) === 1
}

/** Any row whose file was found in storage. */
export const findStored = (): Promise<AttachmentRow | undefined> => rows.first({ fileId: { noneOf: [''] } })

/**
 * Gives all files of a draft up, delivered ones too, before they are deleted one by one: when that breaks off, the
 * clean-up finds the rest.
 */
export const abandonAttachments = (draftId: string): Promise<number> => rows.update({ draftId }, { state: 'refused' })

export const removeAttachmentsOf = (draftId: string): Promise<number> => rows.remove({ draftId })

/** Delivered files whose bytes should have left storage by `now` (ms since the epoch), those that are due longest first. */
export const listBytesToGo = (now: number, limit: number): Promise<readonly AttachmentRow[]> =>
  rows.find({ bytesUntil: { lessThan: now } }, { oldestFirstBy: 'bytesUntil', limit })

/** The same of one owner, whenever they are due. */
export const listBytesOf = (owner: Owner, limit: number): Promise<readonly AttachmentRow[]> =>
  rows.find({ ...ofOwner(owner), bytesUntil: { lessThan: NEVER } }, { limit })

/** Files of one owner whose bytes lie in storage, or may: delivered ones that are kept, and those that are under way. */
export const countBytesOf = async (owner: Owner): Promise<number> => {
  const [kept, underWay] = await Promise.all([
    rows.count({ ...ofOwner(owner), bytesUntil: { lessThan: NEVER } }),
    rows.count({ ...ofOwner(owner), state: { noneOf: ['delivered'] } }),
  ])
  return kept + underWay
}

export const listUndeliveredOf = (owner: Owner, limit: number): Promise<readonly AttachmentRow[]> =>
  rows.find({ ...ofOwner(owner), state: { noneOf: ['delivered'] } }, { limit })

/** Rows that are older than anything that they could belong to. */
export const listForgotten = (createdBefore: number, limit: number): Promise<readonly AttachmentRow[]> =>
  rows.find({ createdAt: { lessThan: createdBefore } }, { oldestFirstBy: 'createdAt', limit })

export const forgetBytes = ({ _id, bytesUntil }: Pick<AttachmentRow, '_id' | 'bytesUntil'>): Promise<number> =>
  rows.update({ _id, bytesUntil }, { bytesUntil: NEVER })

/** Files that were begun before `createdBefore` and never delivered, for the clean-up. */
export const listStale = (createdBefore: number, limit: number): Promise<readonly AttachmentRow[]> =>
  rows.find(
    { state: { noneOf: ['delivered'] }, createdAt: { lessThan: createdBefore } },
    { oldestFirstBy: 'createdAt', limit },
  )
