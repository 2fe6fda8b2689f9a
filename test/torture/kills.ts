import { setTimeout as sleep } from 'node:timers/promises'
import { openidOf } from '../../sandbox/cloud'
import { type SubmitOutcome } from '../../miniprogram/shared/domain/declaration'
import { auditSubmits } from '../cloudfunctions/support/submit-audit'
import { databaseOf } from '../cloudfunctions/support/database'
import { copyDraft, type Filer, type ReadyDraft } from '../cloudfunctions/support/submit-drafts'
import { type PassingRequest, type Trouble } from '../support/bad-line'
import { type BadDay, eachIndex, indexOf, leasesOver, roll, startBadDay, tap, traceOf } from './bad-day'
import type { Part } from './part'

const CITIZENS = 6
/** Fewer citizens for a short run. */
const EACH = 4
/** A submit asks the provider so often: the form, its state, the files, the submit itself, and what became of it. */
const STEPS = 6
/** Longer than a step of our own takes: the kill meets what is written between two questions, too. */
const BETWEEN_MS = 25
/** One in so many takes the whole host with it. */
const HOST_EVERY = 25
const LONGEST_SUBMIT_MS = 400
const TURNS = 10
const PAUSE_MS = 2_000

/** Where the function that submits this draft ends: at which of its questions, and whether before, after, or a little later. */
function planOf(seed: number, kill: (index: number) => void) {
  const asked = new Map<number, number>()
  return ({ traceId }: PassingRequest): Trouble | undefined => {
    const index = indexOf(traceId)
    if (index === undefined || !traceId.endsWith('-first')) return undefined
    const nth = asked.get(index) ?? 0
    asked.set(index, nth + 1)
    if (nth !== index % STEPS) return undefined
    const where = Math.floor(index / STEPS) % 3
    if (where === 0) return { kind: 'killed' }
    if (where === 1) return { kind: 'killedAfter' }
    setTimeout(() => kill(index), roll(seed, 'kill', index) * BETWEEN_MS)
    return undefined
  }
}

const isHostKill = (index: number): boolean => index % HOST_EVERY === HOST_EVERY - 1

/** Asks what became of it, and taps again, until it is submitted; as after each time that the lease of a dead function lasts. */
async function finish(day: BadDay, filer: Filer, { draftId, version, index }: ReadyDraft): Promise<boolean> {
  for (let turn = 1; turn <= TURNS; turn += 1) {
    await leasesOver(day.system, 'declarations', { _id: draftId })
    for (const [action, input] of [
      ['declaration.outcome', { draftId }],
      ['declaration.submit', { draftId, version }],
    ] as const) {
      const answer = await tap(filer, action, input, traceOf(index, `again-${turn}`))
      if (answer?.ok === true && (answer.data as SubmitOutcome).state === 'submitted') return true
    }
    await sleep(PAUSE_MS)
  }
  return false
}

/** Functions, and now and then the whole host, that end anywhere in a submit: one case all the same. */
export const kills: Part = {
  name: 'kills',
  unit: 'kills within a submit',
  target: 500,
  slice: 100,
  bounds: {
    duplicates: { most: 0 },
    lost: { most: 0 },
    renumbered: { most: 0 },
    unfinished: { most: 0 },
    missed: { most: 0 },
  },
  async run({ seed, from, count, until, log }) {
    const day = await startBadDay(Math.min(CITIZENS, Math.ceil(count / EACH)))
    const { system, filers } = day
    try {
      const drafts: ReadyDraft[] = []
      let [missed, unfinished, hosts] = [0, 0, 0]
      const kill = (index: number): void =>
        system.cloud.crash(openidOf(filers[index % filers.length]?.citizen.id ?? ''))
      const begin = async (index: number, filer: Filer, trace: string) => {
        const draft = await copyDraft(system, filer, index)
        drafts.push(draft)
        const { draftId, version } = draft
        return { draft, first: tap(filer, 'declaration.submit', { draftId, version }, traceOf(index, trace)) }
      }
      system.setPlan(planOf(seed, kill))
      const done = await eachIndex(day, { from, count, until }, async (index, filer) => {
        if (isHostKill(index)) return
        const { draft, first } = await begin(index, filer, 'first')
        if ((await first) !== undefined) missed += 1
        if (!(await finish(day, filer, draft))) unfinished += 1
      })
      for (let index = from; index < from + done; index += 1) {
        const filer = filers[index % filers.length]
        if (!isHostKill(index) || !filer) continue
        const { draft, first } = await begin(index, filer, 'host')
        await sleep(roll(seed, 'host', index) * LONGEST_SUBMIT_MS)
        await system.restartHost()
        // The connection that was kept is gone with the host.
        await databaseOf(system)
          .count('declarations', {})
          .catch(() => undefined)
        hosts += 1
        if ((await first) !== undefined) missed += 1
        if (!(await finish(day, filer, draft))) unfinished += 1
      }
      log(`${done} killed, ${hosts} of them with the whole host, ${missed} were faster`)
      const { duplicates, lost, renumbered } = await auditSubmits(system, drafts, true)
      const figures = { duplicates: duplicates.length, lost: lost.length, renumbered: renumbered.length }
      return {
        done,
        figures: { ...figures, unfinished, missed, hosts },
        failures: [...duplicates, ...lost, ...renumbered],
      }
    } finally {
      await system.close()
    }
  },
}
