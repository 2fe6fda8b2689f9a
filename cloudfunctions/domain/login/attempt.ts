import { setTimeout as sleep } from 'node:timers/promises'
import { randomId } from '../../kernel/ids'
import { findLoginTries, type LoginTry, replaceLoginTries } from '../../stores/login-tries'
import { type Admission, admission, counted } from './ladder'
import { ASK_AGAIN_MS, WAIT_MS } from './pauses'

/** One count that a try has to pass: whose it is, who is counted there, and how its pauses grow. */
export interface Count {
  readonly _id: string
  readonly by: string
  /** Of all strangers at an account: what the provider has counted for the account counts here. */
  readonly isShared: boolean
  readonly pausesMs: readonly number[]
}

/** A try that was let through: it counts from before the provider is asked, so that two instances never let one more through. */
export interface Attempt {
  /** It was wrong, or may have been. @param inARow wrong tries that the provider has counted by now, 0 = it did not say; resolves with until when the next one waits */
  wrong(inARow: number): Promise<number>
  /** It was right: what this citizen tried here before were slips. */
  right(): Promise<void>
  /** The provider never judged it. */
  undone(): Promise<void>
}

const MOST_ROUNDS = 100

/** Changes the tries of a count; repeats when another instance was faster. `edit` answers undefined to leave them. */
async function change(_id: string, edit: (tries: readonly LoginTry[]) => readonly LoginTry[] | undefined) {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await findLoginTries(_id)
    const next = edit(before?.tries ?? [])
    if (!next || (await replaceLoginTries(_id, before, counted(next, Date.now()), Date.now()))) return
    await sleep(Math.random() * 20)
  }
  throw new Error('the count of logins is changed without end')
}

/** Enters the try, or says why not. */
async function enter({ _id, by, pausesMs }: Count, id: string, at: number): Promise<Admission> {
  let found: Admission = { is: 'free' }
  await change(_id, (tries) => {
    found = admission(tries, pausesMs, at)
    return found.is === 'free' ? [...tries, { id, at, by, open: true }] : undefined
  })
  return found
}

async function enterOrWait(count: Count, id: string): Promise<Admission> {
  const patience = Date.now() + WAIT_MS
  for (;;) {
    const found = await enter(count, id, Date.now())
    if (found.is !== 'busy' || Date.now() > patience) return found
    await sleep(ASK_AGAIN_MS)
  }
}

/** A try that is let through by every one of `counts`, or until when it is held back (ms since the epoch). */
export async function beginAttempt(counts: readonly Count[]): Promise<Attempt | { readonly heldUntil: number }> {
  const id = randomId()
  const entered: Count[] = []
  for (const count of counts) {
    const found = await enterOrWait(count, id)
    if (found.is === 'free') {
      entered.push(count)
      continue
    }
    for (const earlier of entered) await undo(earlier, id)
    return { heldUntil: found.is === 'held' ? found.until : Date.now() + WAIT_MS }
  }
  return {
    async wrong(inARow) {
      const ends: number[] = []
      for (const count of counts) ends.push(await settle(count, id, inARow))
      return Math.max(...ends)
    },
    async right() {
      for (const { _id, by } of counts)
        await change(_id, (tries) => tries.filter((one) => one.by !== by && one.by !== ''))
    },
    async undone() {
      for (const count of counts) await undo(count, id)
    },
  }
}

const undo = ({ _id }: Count, id: string): Promise<void> => change(_id, (tries) => tries.filter((one) => one.id !== id))

async function settle({ _id, isShared, pausesMs }: Count, id: string, inARow: number): Promise<number> {
  let next: Admission = { is: 'free' }
  await change(_id, (tries) => {
    const at = Date.now()
    const settled = tries.map((one) => (one.id === id ? { ...one, at, open: false } : one))
    // What was tried elsewhere, or under another name of the account, brings the lock as near as what was tried here.
    const elsewhere = isShared ? Math.max(0, inARow - counted(settled, at).length) : 0
    const all = [...settled, ...Array.from({ length: elsewhere }, () => ({ id: randomId(), at, by: '', open: false }))]
    next = admission(all, pausesMs, at)
    return all
  })
  return untilOf(next)
}

const untilOf = (found: Admission): number => (found.is === 'held' ? found.until : 0)
