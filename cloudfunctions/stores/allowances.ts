import { table } from '../kernel/cloud'

/** How often something was done within a window that began with the first time. */
export interface AllowanceRow {
  /** Keyed hash of who does what. */
  readonly _id: string
  readonly count: number
  /** ms since the epoch: then a new window begins, with the next time. */
  readonly endsAt: number
}

const rows = table<AllowanceRow>('allowances')

/** Counts one more in a window that is open and has room; false when there is none. One atomic operation. */
export const countOneMore = async (_id: string, most: number, now: number): Promise<boolean> =>
  (await rows.increase({ _id, endsAt: { moreThan: now }, count: { lessThan: most } }, 'count', 1)) === 1

export const findAllowance = (_id: string): Promise<AllowanceRow | undefined> => rows.first({ _id })

/** Begins a window, instead of the one that was read and is over; false when somebody else was faster. */
export async function beginWindow(_id: string, over: AllowanceRow | undefined, endsAt: number): Promise<boolean> {
  if (!over) return rows.insert({ _id, count: 1, endsAt })
  return (await rows.update({ _id, endsAt: over.endsAt }, { count: 1, endsAt })) === 1
}

export const removeOldAllowances = (endedBefore: number): Promise<number> =>
  rows.remove({ endsAt: { lessThan: endedBefore } })
