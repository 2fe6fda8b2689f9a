import { config } from '../../kernel/config'
import { type CallBudget } from '../../kernel/context'
import { log } from '../../kernel/log'
import { resealEvents } from '../../stores/approval-events'
import { resealAttachments } from '../../stores/attachments'
import { resealBindings } from '../../stores/bindings'
import { resealDeclarations } from '../../stores/declarations'
import { resealMessages } from '../../stores/messages'
import { findSealingWalk, moveSealingWalk, type SealingWalkRow } from '../../stores/sealing-walks'
import { resealSupplements } from '../../stores/supplements'

/** All collections with sealed members, in the order in which they are walked through. */
const COLLECTIONS = [
  ['bindings', resealBindings],
  ['declarations', resealDeclarations],
  ['attachments', resealAttachments],
  ['supplements', resealSupplements],
  ['messages', resealMessages],
  ['approval_events', resealEvents],
] as const

const ROWS_AT_ONCE = 50
const HOUR_MS = 3600_000
/** Until then an instance may still run with the environment before: what it wrote may lie behind the walk. */
const OTHERS_FOLLOW_MS = HOUR_MS
/** A walk that finds nothing is made again now and then, as long as there is a key that waits to be removed. */
const AGAIN_MS = 24 * HOUR_MS

/**
 * A job of the scheduler: seals anew with today's key and algorithm what is sealed otherwise. It goes through the rows by
 * their ids, as far as there is time for, and goes on there in its next run; nothing has to be marked in the rows, and no row
 * is read twice in a walk. When a whole walk has found nothing, it tells which keys open nothing any more.
 */
export async function resealRows({ requestId, deadline }: CallBudget): Promise<Readonly<Record<string, number>>> {
  let resealed = 0
  let stored = await findSealingWalk()
  let walk = goingOn(stored, Date.now())
  while (walk && walk.endedAt === 0 && Date.now() < deadline) {
    const next = await step(walk)
    // An operator may run the job beside the timer: one of both goes on.
    if (!(await moveSealingWalk(stored, next))) break
    resealed += next.stale - walk.stale
    stored = walk = next
    if (next.endedAt !== 0) tellEnd(next, requestId)
  }
  return { resealed }
}

/** The walk that is to be gone on with, or a new one; undefined when none is needed now. */
function goingOn(walk: SealingWalkRow | undefined, now: number): SealingWalkRow | undefined {
  const { form, keyIds } = config().sealer
  const begin = (formSince: number): SealingWalkRow => ({
    _id: 'walk',
    form,
    formSince,
    beganAt: now,
    endedAt: 0,
    collection: COLLECTIONS[0][0],
    after: '',
    stale: 0,
    unreadable: 0,
  })
  if (walk?.form !== form) return begin(now)
  if (walk.endedAt === 0) return walk
  if (walk.stale > 0) return begin(walk.formSince)
  if (keyIds.length === 1 && isConclusive(walk)) return undefined
  return walk.endedAt + (isConclusive(walk) ? AGAIN_MS : OTHERS_FOLLOW_MS) <= now ? begin(walk.formSince) : undefined
}

/** Had every instance today's environment when it began, and was all as it is to be? */
const isConclusive = ({ stale, beganAt, formSince }: SealingWalkRow): boolean =>
  stale === 0 && beganAt >= formSince + OTHERS_FOLLOW_MS

async function step(walk: SealingWalkRow): Promise<SealingWalkRow> {
  const at = COLLECTIONS.findIndex(([name]) => name === walk.collection)
  // A collection that a later release knew: the walk is over, and the next one begins at the first.
  const [, reseal] = COLLECTIONS[at] ?? []
  if (!reseal) return { ...walk, endedAt: Date.now(), stale: walk.stale + 1 }
  const { last, stale, unreadable } = await reseal(walk.after, ROWS_AT_ONCE)
  const counted = { ...walk, stale: walk.stale + stale, unreadable: walk.unreadable + unreadable }
  if (last !== '') return { ...counted, after: last }
  const next = COLLECTIONS[at + 1]
  return next ? { ...counted, collection: next[0], after: '' } : { ...counted, endedAt: Date.now() }
}

/** What an operator who rotates keys waits for (docs/deployment.md): KEYS_UNUSED. */
function tellEnd(walk: SealingWalkRow, requestId: string): void {
  const [seals = '', ...others] = config().sealer.keyIds
  const { stale, unreadable } = walk
  const isLast = others.length > 0 && isConclusive(walk)
  const told = { requestId, event: 'sealing', code: isLast ? 'KEYS_UNUSED' : 'WALKED', stale, unreadable, seals }
  log(isLast ? { ...told, unused: others.join(' ') } : told)
}
