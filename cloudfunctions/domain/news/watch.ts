import { type CaseStatus } from '../../../miniprogram/shared/domain/case'
import { findWatch, insertWatch, type CaseWatchRow, watchId } from '../../stores/case-watches'
import { type BoundOwner, ofBound } from '../../stores/owner'

export interface WatchedCase {
  readonly caseNo: string
  readonly matterId: string
  readonly matterName: string
}

/** A case is asked about so often while it waits; the provider's pushes are faster. */
export const POLL_EVERY_MS = 30 * 60_000

/** Does the case still wait for somebody? A status that nobody knows does. */
export const isWaiting = ({ turn }: Pick<CaseStatus, 'turn'>): boolean => turn !== 'nobody'

/**
 * Begins to watch a case whose status the citizen sees now; one that is watched already stays as it is. Resolves with
 * what is watched.
 */
export async function watchCase(
  owner: BoundOwner,
  { caseNo, matterId, matterName }: WatchedCase,
  status: Pick<CaseStatus, 'code' | 'turn'>,
): Promise<CaseWatchRow> {
  const now = Date.now()
  const row: CaseWatchRow = {
    _id: watchId(owner, caseNo),
    ...ofBound(owner),
    caseNo,
    matterId,
    matterName,
    toldStatus: status.code,
    toldAt: now,
    changes: 0,
    waits: isWaiting(status),
    pollAt: now + POLL_EVERY_MS,
    promiseDeadline: null,
  }
  if (await insertWatch(row)) return row
  return (await findWatch(row._id)) ?? row
}
