import { fraction } from '../support/bad-line'
import { databaseOf } from '../cloudfunctions/support/database'
import { PROOF, addFile, onlyRound } from '../cloudfunctions/support/supplement'
import { copyDraft, fictionalNurse, type Filer, filerId, makeFiler } from '../cloudfunctions/support/submit-drafts'
import { type BadSystem, startBadSystem } from '../cloudfunctions/support/submit-system'
import type { Reply } from '../../miniprogram/shared/contract/reply'
import type { ActionName } from '../../miniprogram/shared/contract/actions'

/** Citizens with drafts and cases of their own, before a line that can be made bad. */

const CALLS_PER_CITIZEN = 6
const NAME = /^draft-(\d+)/

export interface BadDay {
  readonly system: BadSystem
  readonly filers: readonly Filer[]
}

/** Whose an index is: as submit-run has it. */
export const traceOf = (index: number, what: string): string => `draft-${String(index).padStart(6, '0')}-${what}`
/** The index of a request that a citizen's call made; undefined for the scheduler's. */
export const indexOf = (traceId: string): number | undefined => {
  const [, digits] = NAME.exec(traceId) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** The caller closes the system. */
export async function startBadDay(citizens: number): Promise<BadDay> {
  const accounts = Array.from({ length: citizens }, (_, n) => fictionalNurse(n))
  const citizenOf = (traceId: string): string => filerId((indexOf(traceId) ?? 0) % citizens)
  const system = await startBadSystem({ accounts, processes: citizens * CALLS_PER_CITIZEN, citizenOf })
  const filers: Filer[] = []
  for (const [n, account] of accounts.entries()) filers.push(await makeFiler(system, account, n))
  return { system, filers }
}

/** Runs `work` for each index: one after the other for a citizen, who loses all of her calls together. Resolves with how many were finished in time, none left out. */
export async function eachIndex(
  { filers }: BadDay,
  { from, count, until }: { readonly from: number; readonly count: number; readonly until: number },
  work: (index: number, filer: Filer) => Promise<void>,
): Promise<number> {
  const skipped: number[] = []
  await Promise.all(
    filers.map(async (filer, n) => {
      for (let index = from; index < from + count; index += 1) {
        if (index % filers.length !== n) continue
        if (Date.now() < until) await work(index, filer)
        else skipped.push(index)
      }
    }),
  )
  return Math.min(count, ...skipped.map((index) => index - from))
}

/** undefined = the platform lost the instance, and the page got no answer. */
export async function tap(
  { citizen }: Filer,
  action: ActionName,
  input: object,
  trace: string,
): Promise<Reply<unknown> | undefined> {
  return citizen.raw('api', { action, input, requestId: trace }).catch(() => undefined)
}

/** A case of the filer's own, submitted while the line is good. */
export async function makeCase({ system }: BadDay, filer: Filer, index: number): Promise<string> {
  const { draftId, version } = await copyDraft(system, filer, index)
  const outcome = await filer.citizen.call('declaration.submit', { draftId, version })
  if (outcome.state !== 'submitted') throw new Error(`draft ${index} is not submitted`)
  return outcome.receipt.caseNo
}

/** A round of a case that the office wants a proof for, with the proof uploaded. */
export async function makeRound(day: BadDay, filer: Filer, index: number) {
  const caseNo = await makeCase(day, filer, index)
  const reasons = { [PROOF]: '身份证影像不清' }
  day.system.provider.office.act(caseNo, 'requestSupplement', { opinion: '请补正', materialIds: [PROOF], reasons })
  await addFile(filer.citizen, await onlyRound(filer.citizen, caseNo))
  const { supplementId, version } = await onlyRound(filer.citizen, caseNo)
  return { caseNo, supplementId, version }
}

/** A case that is over and may be rated. */
export async function makeFinished(day: BadDay, filer: Filer, index: number): Promise<string> {
  const caseNo = await makeCase(day, filer, index)
  for (const status of ['32', '90']) day.system.provider.office.setStatus(caseNo, status)
  return caseNo
}

/** Nobody works on it any more, as after a while. */
export const leasesOver = (system: BadSystem, collection: string, where: object): Promise<void> =>
  databaseOf(system).update(collection, where, { leaseUntil: 0 })

/** A number in [0, 1) that depends on the seed and on what it is for. */
export const roll = (seed: number, ...parts: readonly (string | number)[]): number => fraction(seed, ...parts)
