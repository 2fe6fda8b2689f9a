import { table } from '../kernel/cloud'
import { ofOwner, type Owner } from './owner'

/** What a file in storage is for that nobody needs for long. */
type TemporaryPurpose =
  | 'table-template'
  | 'table-import'
  | 'print'
  | 'preview'
  | 'notice'
  | 'blank-form'
  | 'archive'
  /** What may still arrive at the path of an upload that was given up. */
  | 'late-arrival'

/** A stored file that is read once or offered for minutes; the clean-up deletes it with its row. */
export interface TemporaryFileRow {
  /** Random. */
  readonly _id: string
  readonly openid: string
  /** '' for a file that needs no account. */
  readonly userId: string
  /** '' for a file that belongs to no draft. */
  readonly draftId: string
  readonly purpose: TemporaryPurpose
  /** The one path that this file is at, or may be uploaded to. */
  readonly cloudPath: string
  /** '' until the file was found in storage. */
  readonly fileId: string
  /** Where it belongs in the draft; '' when it belongs to the whole draft. */
  readonly materialId: string
  readonly fieldId: string
  /** ms since the epoch. */
  readonly createdAt: number
}

const rows = table<TemporaryFileRow>('temporary_files')

export const insertTemporaryFile = (row: TemporaryFileRow): Promise<boolean> => rows.insert(row)

export const findTemporaryFile = (_id: string, owner: Owner): Promise<TemporaryFileRow | undefined> =>
  rows.first({ _id, ...ofOwner(owner) })

export const noteStored = (_id: string, fileId: string): Promise<number> => rows.update({ _id }, { fileId })

/** false when somebody else removed it first. */
export const removeTemporaryFile = async (_id: string): Promise<boolean> => (await rows.remove({ _id })) === 1

/** The owner's, of whatever age. */
export const listTemporaryFilesOf = (owner: Owner, limit: number): Promise<readonly TemporaryFileRow[]> =>
  rows.find(ofOwner(owner), { limit })

/** Files older than `createdBefore` (ms since the epoch), oldest first, for the clean-up. */
export const listOldTemporaryFiles = (createdBefore: number, limit: number): Promise<readonly TemporaryFileRow[]> =>
  rows.find({ createdAt: { lessThan: createdBefore } }, { oldestFirstBy: 'createdAt', limit })
