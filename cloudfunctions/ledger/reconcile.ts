import { type Where } from '../kernel/cloud'
import { type CallBudget } from '../kernel/context'
import { AppError } from '../kernel/errors'
import { describeError, log } from '../kernel/log'
import { Trail } from '../kernel/trail'
import { type Ledger } from './claim'
import { inLanes } from './lanes'
import { canBeMended, type Errand, isOutcomeOpen, type OpenRow, reconcile, WHERE_OPEN } from './settle'

/** Rows of one kind in one run. */
const BATCH = 50
/** At the same time: one about which the provider is silent must not use up the turn of all others. */
const LANES = 6
/** For one row: a query and a repetition, each with its retries (contract chapter 9). */
const EACH_MS = 25_000

/** Rows of one table that are sent once, and how one of them is asked about. */
export interface Kind<Row extends OpenRow, Taken, Who> {
  /** For the log and the counts. */
  readonly name: string
  readonly ledger: Ledger<Row>
  /** Whose login may be used without her; undefined when nobody here may ask. */
  readonly whoOf: (row: Row) => Promise<Who | undefined>
  readonly errandFor: (who: Who, budget: CallBudget) => Errand<Row, Taken>
  /** Told once it is known what became of a row: the state that it has now, or the code of the refusal. */
  readonly settled?: (row: Row, outcome: string, budget: CallBudget) => Promise<void>
}

type Counts = Record<string, number>
/** Asks about one row, and counts what came of it. */
type Question = (counts: Counts) => Promise<void>
/** The questions of one table: a function, so that tables of different rows may stand in one list. */
export type Questions = (budget: CallBudget) => Promise<readonly Question[]>

export const questionsOf =
  <Row extends OpenRow, Taken, Who>(kind: Kind<Row, Taken, Who>): Questions =>
  async (budget) =>
    (await kind.ledger.free(WHERE_OPEN as Where<Row>, BATCH)).map(
      (row) => (counts) => askOne(kind, row, budget, counts),
    )

/**
 * Asks the provider about everything whose outcome is open, under the login of whose it is: in lanes, each row and the
 * whole run within its time. The tables share the lanes in turn, so that none waits for another's end.
 */
export async function reconcileAll(tables: readonly Questions[], budget: CallBudget): Promise<Counts> {
  const counts: Counts = {}
  const lists = await Promise.all(tables.map((questions) => questions(budget)))
  const longest = Math.max(0, ...lists.map((list) => list.length))
  const inTurn = Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list[n] ?? [])).flat()
  await inLanes(inTurn, { lanes: LANES, deadline: budget.deadline }, (ask) => ask(counts))
  return counts
}

async function askOne<Row extends OpenRow, Taken, Who>(
  { name, ledger, whoOf, errandFor, settled }: Kind<Row, Taken, Who>,
  row: Row,
  budget: CallBudget,
  counts: Counts,
): Promise<void> {
  const count = (what: string): void => {
    const key = `${name}-${what}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  const own = { ...budget, deadline: Math.min(budget.deadline, Date.now() + EACH_MS), trail: new Trail() }
  let who: Who | undefined
  try {
    await ledger.passOver(row)
    who = await whoOf(row)
    if (!who) return count('skipped')
    const after = await reconcile(row, ledger, errandFor(who, own))
    if (isOutcomeOpen(after)) return count('open')
    count('known')
    await settled?.(after, after.state, own)
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL'
    log({ requestId: budget.requestId, event: `${name}-reconcile`, code, error: describeError(error) })
    count('failed')
    if (who && error instanceof AppError && !canBeMended(error)) await settled?.(row, code, own)
  }
}
