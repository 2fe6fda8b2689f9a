import {
  type AskedNow,
  type CaseBrief,
  type CasePage,
  type CaseProgress,
  type CasesOfTurn,
  deadlineOf,
} from '../../../miniprogram/shared/domain/case'
import { workingDaysLeft } from '../../calendar/working-days'
import { type Context } from '../../kernel/context'
import { listCases } from '../../one-network/resources/cases'
import { readRequirements } from '../../one-network/resources/supplements'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'

/** More than anybody has; the lists are newest first, so that the soonest may stand on any of these. */
const READ_AT_ONCE = 50
/** What a page shows of them. */
const FIRST_FEW = 3
/** Behind every day that a deadline may be. */
const NEVER = '9999-12-31'

/** Adds how many working days remain. @param now ms since the epoch */
export function withWorkingDays(brief: CaseBrief, now: number): CaseBrief {
  const left = workingDaysLeft(deadlineOf(brief), now)
  return left === undefined ? brief : { ...brief, workingDaysLeft: left }
}

const bySoonest = (a: CaseBrief, b: CaseBrief): number =>
  (deadlineOf(a) ?? NEVER).localeCompare(deadlineOf(b) ?? NEVER) || a.submittedAt.localeCompare(b.submittedAt)

/** What waits for the applicant in the two lists, each case once. @param now ms since the epoch */
export function toCasesOfTurn(supplements: CasePage, promises: CasePage, now: number): CasesOfTurn {
  // A case may wait for both: they overlap (contract chapter 4).
  const also = promises.rows.filter(({ caseNo }) => supplements.rows.every((row) => row.caseNo !== caseNo))
  const both = promises.rows.length - also.length
  return {
    total: supplements.total + promises.total - both,
    cases: [...supplements.rows, ...also]
      .sort(bySoonest)
      .slice(0, FIRST_FEW)
      .map((row) => withWorkingDays(row, now)),
  }
}

/** What waits for the applicant: both lists (#19) at the same time. */
export async function casesOfTurn(active: ActiveIdentity, context: Context): Promise<CasesOfTurn> {
  const session = sessionOf(active.bindingId, context)
  const [supplements, promises] = await Promise.all([
    listCases(session, 'supplement', 1, READ_AT_ONCE),
    listCases(session, 'promise', 1, READ_AT_ONCE),
  ])
  return toCasesOfTurn(supplements, promises, context.now())
}

/** Is something wanted from the applicant of this case? */
export const isTurn = ({ status, promiseDue }: CaseProgress): boolean =>
  status.turn === 'applicant' || promiseDue === true

/** What that is (#22), soonest first. */
export async function askedNow(caseNo: string, active: ActiveIdentity, context: Context): Promise<readonly AskedNow[]> {
  const { rounds } = await readRequirements(sessionOf(active.bindingId, context), caseNo)
  return rounds
    .map(({ kind, deadline, note, items }): AskedNow => {
      const left = workingDaysLeft(deadline, context.now())
      return {
        kind,
        ...(deadline === undefined ? {} : { deadline }),
        ...(left === undefined ? {} : { workingDaysLeft: left }),
        items: items.map(({ name, reason }) => ({ name, reason })),
        ...(note === undefined ? {} : { note }),
      }
    })
    .sort((a, b) => (a.deadline ?? NEVER).localeCompare(b.deadline ?? NEVER))
}
