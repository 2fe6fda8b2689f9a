import { table } from '../kernel/cloud'

/** A walk through all rows that may hold sealed members, in the order of their ids, over many runs of the scheduler. */
export interface SealingWalkRow {
  /** There is one, `walk`. */
  readonly _id: string
  /** How sealed texts begin that this walk leaves as they are (kernel/sealing.ts). */
  readonly form: string
  /** ms since the epoch: since then walks of this form are made. */
  readonly formSince: number
  /** ms since the epoch. */
  readonly beganAt: number
  /** ms since the epoch; 0 = it goes on. */
  readonly endedAt: number
  /** The collection that it has come to, and the last row that it has seen of it; '' = none yet. */
  readonly collection: string
  readonly after: string
  /** Members of another form that were met, and members that do not open. */
  readonly stale: number
  readonly unreadable: number
}

const rows = table<SealingWalkRow>('sealing_walks')

export const findSealingWalk = (): Promise<SealingWalkRow | undefined> => rows.first({ _id: 'walk' })

/** Writes the walk down as it goes on; false when another run took it further meanwhile. */
export async function moveSealingWalk(was: SealingWalkRow | undefined, now: SealingWalkRow): Promise<boolean> {
  if (!was) return rows.insert(now)
  const { form, beganAt, endedAt, collection, after } = was
  const { _id, ...fields } = now
  return (await rows.update({ _id, form, beganAt, endedAt, collection, after }, fields)) === 1
}
