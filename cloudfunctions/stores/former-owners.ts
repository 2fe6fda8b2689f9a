import { keyOf } from '../kernel/ids'
import { table } from '../kernel/cloud'
import { type BoundOwner, ofBound, type Owner } from './owner'

/** Somebody whose binding was undone, and whose rows are to be removed unless she binds again before. */
export interface FormerOwnerRow extends BoundOwner {
  /** One for an owner. */
  readonly _id: string
  /** ms since the epoch: then all that is hers is removed. */
  readonly eraseAt: number
  /** She wanted it at once: binding again does not bring it back. */
  readonly asked: boolean
}

const rows = table<FormerOwnerRow>('former_owners')

const idOf = ({ openid, userId }: Owner): string => keyOf(openid, userId)

/** Writes down that an owner left; one who did before keeps the earlier time. */
export const insertFormerOwner = (owner: BoundOwner, eraseAt: number): Promise<boolean> =>
  rows.insert({ _id: idOf(owner), ...ofBound(owner), eraseAt, asked: false })

/** The same for one who wants all of it removed at once. */
export const putAskedFormerOwner = (owner: BoundOwner, eraseAt: number): Promise<void> =>
  rows.put({ _id: idOf(owner), ...ofBound(owner), eraseAt, asked: true })

export const findFormerOwner = (owner: Owner): Promise<FormerOwnerRow | undefined> => rows.first({ _id: idOf(owner) })

/** Those whose time is over, the longest ago first. */
export const listDueFormerOwners = (now: number, limit: number): Promise<readonly FormerOwnerRow[]> =>
  rows.find({ eraseAt: { lessThan: now } }, { oldestFirstBy: 'eraseAt', limit })

/** Something of hers could not be removed yet: later again. */
export const postponeErasing = ({ _id }: Pick<FormerOwnerRow, '_id'>, eraseAt: number): Promise<number> =>
  rows.update({ _id }, { eraseAt })

export const removeFormerOwner = (owner: Owner): Promise<number> => rows.remove({ _id: idOf(owner) })
