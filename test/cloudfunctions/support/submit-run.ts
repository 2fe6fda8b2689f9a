import { setTimeout as sleep } from 'node:timers/promises'
import { type SubmitOutcome } from '../../../miniprogram/shared/domain/declaration'
import { type Reply } from '../../../miniprogram/shared/contract/reply'
import { fraction } from '../../support/bad-line'
import { databaseOf } from './database'
import { NURSE } from './nurse'
import { auditSubmits, type Audit } from './submit-audit'
import { copyDraft, fictionalNurse, type Filer, filerId, makeFiler, type ReadyDraft } from './submit-drafts'
import { type BadSystem, startBadSystem } from './submit-system'
import { troublePlan } from './submit-trouble'

export interface SubmitRunOptions {
  readonly submits: number
  readonly seed: number
  /** Share of all requests to the provider that meet trouble. */
  readonly share: number
  /** Citizens at the same time, each with a process of the function. */
  readonly citizens: number
  /** How often a citizen comes back and taps again, at most. */
  readonly rounds: number
  readonly say?: (line: string) => void
}

export interface SubmitReport extends Audit {
  readonly seconds: number
  readonly taps: number
  /** What the citizens were told, by state or error code. */
  readonly told: Readonly<Record<string, number>>
  readonly requests: number
  readonly troubles: Readonly<Record<string, number>>
  /** Drafts, once the scheduler had nothing left to ask. */
  readonly afterScheduler: { readonly submitted: number; readonly draft: number; readonly confirming: number }
  /** What the functions logged about answers that no citizen should get: INTERNAL, or a function that failed. */
  readonly defects: readonly string[]
}

const traceOf = (index: number, what: string): string => `draft-${String(index).padStart(6, '0')}-${what}`

/** Citizens do not come at the same moment; each may need a new process of the function. */
const ARRIVAL_MS = 250

/** Runs `work` for each item, a few at a time. */
async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async (_: unknown, n: number): Promise<void> => {
    await sleep(n * ARRIVAL_MS)
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }).map(lane))
}

/** Five quick taps of every citizen, and the scheduler. */
const CALLS_PER_CITIZEN = 6
/** Few enough that a citizen's newest cases stand on one page of the provider's list. */
const DRAFTS_PER_FILER = 20
/** A killed function takes the citizen's other calls with it: a short run has a few citizens, too. */
const FEWEST_FILERS = 4
/** As long as the functions pause between two questions about the same submission. */
const PAUSE_MS = 2_000

/**
 * Citizens submit over a bad line, tap again, leave, come back and edit; then the scheduler runs until nothing is open;
 * then the books of both sides are compared, and the line is mended for those that are drafts again.
 */
export async function runSubmits({
  submits,
  seed,
  share,
  citizens,
  rounds,
  say,
}: SubmitRunOptions): Promise<SubmitReport> {
  const filerCount = Math.max(Math.ceil(submits / DRAFTS_PER_FILER), FEWEST_FILERS)
  const accounts = Array.from({ length: filerCount }, (_, n) => fictionalNurse(n))
  const citizenOf = (traceId: string): string => filerId(Number(/^draft-(\d+)/.exec(traceId)?.[1]) % accounts.length)
  const system = await startBadSystem({ accounts, processes: citizens * CALLS_PER_CITIZEN, citizenOf })
  const started = Date.now()
  const tell = (line: string): void => say?.(`${Math.round((Date.now() - started) / 1000)} s: ${line}`)
  try {
    const filers: Filer[] = []
    await each([...accounts.entries()], 4, async ([n, account]) => {
      filers[n] = await makeFiler(system, account, n)
    })
    const drafts: ReadyDraft[] = []
    for (let index = 0; index < submits; index += 1) {
      const filer = filers[index % filers.length]
      if (filer) drafts.push(await copyDraft(system, filer, index))
    }
    tell(`${submits} drafts are complete`)
    const taps: Tally = { count: 0, told: {} }
    system.setPlan(troublePlan(seed, share))
    await each(drafts, citizens, (draft) => file(system, draft, { seed, rounds, taps }))
    await system.line.quiet()
    tell(`${taps.count} taps, ${await countOf(system, 'confirming')} open`)
    await scheduleUntilQuiet(system, tell)
    const afterScheduler = {
      submitted: await countOf(system, 'submitted'),
      draft: (await countOf(system, 'draft')) - filers.length,
      confirming: await countOf(system, 'confirming'),
    }
    tell(JSON.stringify(afterScheduler))
    const { requests, troubles } = system.line.counts()
    const early = await auditSubmits(system, drafts, false)
    system.setPlan(() => undefined)
    // Whatever this leads to, the audit sees.
    await each(drafts, citizens, async (draft) => void (await tap(draft, 'declaration.submit', 'final')))
    const late = await auditSubmits(system, drafts, true)
    const seconds = Math.round((Date.now() - started) / 1000)
    const audit = {
      ...late,
      duplicates: [...early.duplicates, ...late.duplicates],
      lost: [...early.lost, ...late.lost],
    }
    const defects = system.log.filter((line) => line.includes('"code":"INTERNAL"'))
    return { ...audit, seconds, taps: taps.count, told: taps.told, requests, troubles, afterScheduler, defects }
  } finally {
    await system.close()
  }
}

interface Tally {
  count: number
  readonly told: Record<string, number>
}

type Answer = Reply<SubmitOutcome> | undefined

/** undefined = the platform lost the instance, and the page got no answer. */
function tap(draft: ReadyDraft, action: 'declaration.submit' | 'declaration.outcome', what: string): Promise<Answer> {
  const { draftId, version, citizen, index } = draft
  const input = action === 'declaration.submit' ? { draftId, version } : { draftId }
  const event = { action, input, requestId: traceOf(index, what) }
  return citizen.raw('api', event).then(
    (reply) => reply as Reply<SubmitOutcome>,
    () => undefined,
  )
}

const isIn = (state: SubmitOutcome['state']) => (answer: Answer) => answer?.ok === true && answer.data.state === state

/** One citizen: taps once, twice or five times, waits, asks, edits and taps again, or leaves. */
async function file(
  system: BadSystem,
  draft: ReadyDraft,
  { seed, rounds, taps }: { readonly seed: number; readonly rounds: number; readonly taps: Tally },
): Promise<void> {
  const { index } = draft
  const roll = (what: string, round: number): number => fraction(seed, 'citizen', index, what, round)
  for (let round = 1; round <= rounds; round += 1) {
    const hurry = roll('taps', round)
    const count = hurry < 0.8 ? 1 : hurry < 0.93 ? 2 : 5
    taps.count += count
    const answers = await Promise.all(
      Array.from({ length: count }, (_, n) => tap(draft, 'declaration.submit', `tap-${round}-${n}`)),
    )
    for (const answer of answers) {
      const told = answer === undefined ? 'no answer' : answer.ok ? answer.data.state : answer.error.code
      taps.told[told] = (taps.told[told] ?? 0) + 1
    }
    if (answers.some(isIn('submitted'))) return
    // The app was closed: whatever is open now is the scheduler's.
    if (roll('leaves', round) < 0.3) return
    if (answers.some(isIn('confirming')) || answers.includes(undefined)) {
      await sleep(PAUSE_MS)
      if (isIn('submitted')(await tap(draft, 'declaration.outcome', `ask-${round}`))) return
    }
    if (roll('edits', round) < 0.5) await edit(system, draft, `天津虚构第${index}医院${round}部`)
  }
}

/** Possible only while it is a draft; otherwise nothing changes. */
async function edit(system: BadSystem, draft: ReadyDraft, employer: string): Promise<void> {
  const { draftId, version: baseVersion, citizen } = draft
  const forms = [{ materialId: NURSE.form, answers: { org_name: employer } }]
  // A citizen whose app got no answer opens the draft again; here the row says it.
  await citizen
    .raw('api', { action: 'declaration.save', input: { draftId, baseVersion, forms } })
    .catch(() => undefined)
  const [row] = await databaseOf(system).rows('declarations', { _id: draftId })
  if (row?.version === baseVersion) return
  draft.version = Number(row?.version)
  draft.employer = employer
}

async function countOf(system: BadSystem, state: string): Promise<number> {
  const { total } = await databaseOf(system).count('declarations', { state })
  return total
}

/** As many five-minute turns as it needs; nobody works on a submission any more, so that every lease is over by then. */
async function scheduleUntilQuiet(system: BadSystem, tell: (line: string) => void): Promise<void> {
  for (let turn = 1; turn <= 60; turn += 1) {
    const open = await countOf(system, 'confirming')
    if (open === 0) return
    await databaseOf(system).update('declarations', { state: 'confirming' }, { leaseUntil: 0 })
    // Twice at the same moment, as a platform that delivers a timer twice.
    await Promise.all([0, 1].map(() => system.cloud.runInConsole('scheduler', { job: 'reconcile' })))
    await system.line.quiet()
    tell(`scheduler, turn ${turn}: ${open} were open`)
  }
}
