import { setTimeout as sleep } from 'node:timers/promises'
import { toAct, type Act } from './acts'
import { type BadDay, eachIndex, roll, startBadDay, tap, traceOf } from './bad-day'
import type { Part } from './part'
import type { Filer } from '../cloudfunctions/support/submit-drafts'
import { troublePlan } from '../cloudfunctions/support/submit-trouble'

const BAD_SHARE = 0.35
const CITIZENS = 12
/** One thing of each kind for a citizen of a short run. */
const EACH = 3
const ROUNDS = 3
/** As long as the functions pause between two questions about the same thing. */
const PAUSE_MS = 2_000
const TURNS = 10

/** A citizen on a bad line: taps once, twice or five times, waits, taps again, or leaves. */
async function live(filer: Filer, act: Act, seed: number): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const hurry = roll(seed, 'taps', act.index, round)
    const count = hurry < 0.8 ? 1 : hurry < 0.93 ? 2 : 5
    const taps = Array.from({ length: count }, (_, n) => traceOf(act.index, `tap-${round}-${n}`))
    const answers = await Promise.all(taps.map((trace) => tap(filer, act.action, act.input, trace)))
    if (answers.some((answer) => answer?.ok === true && act.isOver(answer.data))) return
    if (roll(seed, 'leaves', act.index, round) < 0.3) return
    await sleep(PAUSE_MS)
  }
}

type Lives = readonly { readonly filer: Filer; readonly act: Act }[]

/** The scheduler on the bad line; then all whose thing is open come back on a good one, until nothing is open. */
async function settle({ system }: BadDay, lives: Lives, log: (line: string) => void): Promise<void> {
  const schedule = () => system.cloud.runInConsole('scheduler', { job: 'reconcile' })
  await system.line.quiet()
  for (const { act } of lives) await act.later()
  await schedule()
  system.setPlan(() => undefined)
  for (const { act } of lives) if (!(await act.isOpen())) await act.end()
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const states = await Promise.all(lives.map(({ act }) => act.isOpen()))
    const open = lives.filter((_, n) => states[n])
    log(`${open.length} are open`)
    if (open.length === 0) return
    for (const { act } of open) await act.later()
    await schedule()
    for (const { act, filer } of open) {
      await tap(filer, act.action, act.input, traceOf(act.index, `final-${turn}`))
      if (!(await act.isOpen())) await act.end()
    }
    await sleep(PAUSE_MS)
  }
}

/** Supplements, ratings and changes of the situation over a bad line: each once, none lost, none left unknown. */
export const afterSubmit: Part = {
  name: 'after-submit',
  unit: 'supplements, ratings and situation changes',
  target: 2_000,
  slice: 180,
  bounds: { duplicates: { most: 0 }, lost: { most: 0 }, unknown: { most: 0 }, defects: { most: 0 } },
  async run({ seed, from, count, until, log }) {
    const day = await startBadDay(Math.min(CITIZENS, Math.ceil(count / EACH)))
    const { system } = day
    try {
      const acts = new Map<number, { readonly filer: Filer; readonly act: Act }>()
      // A part of the time is for what follows.
      const ready = await eachIndex(day, { from, count, until }, async (index, filer) => {
        acts.set(index, { filer, act: await toAct(day, filer, index) })
      })
      log(`${ready} are ready`)
      const chosen = [...acts.values()].filter(({ act }) => act.index < from + ready)
      const before = system.line.counts().requests
      const passes = troublePlan(seed + from, BAD_SHARE)
      system.setPlan((request) => {
        for (const { act } of chosen) act.see(request)
        return passes(request)
      })
      await eachIndex(day, { from, count: ready, until: Infinity }, async (index) => {
        const found = acts.get(index)
        if (found) await live(found.filer, found.act, seed)
      })
      const { requests: asked, troubles } = system.line.counts()
      const requests = asked - before
      log(`over: ${JSON.stringify(troubles)}`)
      await settle(day, chosen, log)
      const verdicts = await Promise.all(chosen.map(({ act }) => act.judge()))
      const of = (kind: string) => verdicts.flatMap((found) => found.filter((each) => each.startsWith(kind)))
      const defects = system.log.filter((line) => line.includes('"code":"INTERNAL"'))
      const [duplicates, lost, unknown] = [of('duplicate'), of('lost'), of('unknown')]
      const met = Object.values(troubles).reduce((sum, each) => sum + each, 0)
      return {
        done: ready,
        figures: {
          duplicates: duplicates.length,
          lost: lost.length,
          unknown: unknown.length,
          defects: defects.length,
          requests,
          troubles: met,
        },
        failures: [...duplicates, ...lost, ...unknown, ...defects],
      }
    } finally {
      await system.close()
    }
  },
}
