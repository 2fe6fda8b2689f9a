import { Caller } from './call'
import { type Contract } from './contract'
import { NotReached, type Row, type Run, type State } from './row'
import { ACCOUNT_ROWS } from './rows/account'
import { callbackRow } from './rows/callback'
import { CASE_ROWS } from './rows/cases'
import { EVALUATION_ROWS } from './rows/evaluation'
import { FILING_ROWS } from './rows/filing'
import { ITEM_ROWS } from './rows/items'
import { SUPPLEMENT_ROWS } from './rows/supplement'
import { type Target } from './target'

type Verdict = 'passed' | 'failed' | 'skipped'

export interface Result {
  readonly no: number
  readonly operationId: string
  readonly verdict: Verdict
  /** Why it failed or was skipped. */
  readonly reason: string
  readonly ms: number
}

const freshState = (): State => ({
  items: [],
  preparation: [],
  optionIds: [],
  materials: [],
  uploads: new Map(),
  signatures: new Map(),
})

/** All rows in the order in which one leads to the next; the contract's chapter 7. */
export function rowsOf(contract: Contract): readonly Row[] {
  const callback = contract.get(28)
  return [
    ...ITEM_ROWS,
    ...ACCOUNT_ROWS,
    ...FILING_ROWS,
    // The lists first: a case to look at comes from them when none was filed.
    ...CASE_ROWS,
    ...SUPPLEMENT_ROWS,
    ...EVALUATION_ROWS,
    ...(callback ? [callbackRow(callback)] : []),
  ]
}

function whySkipped(row: Row, run: Run): string {
  // #28 is sent by us to another address, so it knows itself whether it may.
  if (row.skip) return row.skip(run)
  return row.writes ? run.target.noWrites : ''
}

async function outcomeOf(row: Row, run: Run, earlier: readonly Result[]): Promise<Pick<Result, 'verdict' | 'reason'>> {
  const skipped = whySkipped(row, run)
  if (skipped !== '') return { verdict: 'skipped', reason: skipped }
  try {
    await row.run(run)
    return { verdict: 'passed', reason: '' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'failed'
    const cause = error instanceof NotReached ? earlier.find(({ no }) => no === error.no) : undefined
    return { verdict: cause?.verdict === 'skipped' ? 'skipped' : 'failed', reason }
  }
}

export interface Conformance {
  /** One row for each function, by number. */
  readonly results: readonly Result[]
  /** The last successful data of each JSON function, by number. */
  readonly answers: ReadonlyMap<number, unknown>
}

/** Asks every function of an address, each answer judged by the contract. @param rows all of them unless told */
export async function runConformance(
  contract: Contract,
  target: Target,
  rows: readonly Row[] = rowsOf(contract),
): Promise<Conformance> {
  const run: Run = { caller: new Caller(contract, target), target, state: freshState() }
  const results: Result[] = []
  for (const row of rows) {
    const startedAt = Date.now()
    const outcome = await outcomeOf(row, run, results)
    const operationId = contract.get(row.no)?.operationId ?? ''
    results.push({ no: row.no, operationId, ...outcome, ms: Date.now() - startedAt })
  }
  return { results: results.sort((a, b) => a.no - b.no), answers: run.caller.answers }
}
