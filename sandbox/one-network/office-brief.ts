import { toCaseBrief } from './case-life-cycle/case-wire'
import { FINISHED } from './case-life-cycle/statuses'
import type { Item } from './catalogue/item'
import { beijingDateTime } from './clock'
import type { CaseRecord } from './state/records'

/** Who has to do something next: the office, the applicant, nobody any more. */
export type Turn = 'office' | 'applicant' | 'over'

function turnOf({ status }: CaseRecord): Turn {
  if (FINISHED.includes(status)) return 'over'
  return status === '28' ? 'applicant' : 'office'
}

/** The last time that anything happened to a case, epoch ms. */
function lastMove({ submittedAt, nodes, supplements }: CaseRecord): number {
  const ofNodes = nodes.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt ?? 0])
  const ofRounds = supplements.flatMap((round) => [round.issuedAt, round.submittedAt ?? 0])
  return Math.max(submittedAt, ...ofNodes, ...ofRounds)
}

/** Is a Beijing day (`yyyy-MM-dd`) or moment (`yyyy-MM-dd HH:mm:ss`) over? A day is when the next one has begun. */
const isOver = (due: string, now: number): boolean => due !== '' && due < beijingDateTime(now).slice(0, due.length)

/** A case in the office's list: what the provider's own list says of it, and what only its officers see. */
export function toOfficeBrief(record: CaseRecord, item: Item, now: number) {
  const brief = toCaseBrief(record, item, now)
  const turn = turnOf(record)
  const dates = [turn === 'over' ? '' : brief.promisedFinishDate, brief.supplementDeadline, brief.promiseDeadline]
  const [due = ''] = dates.filter((date): date is string => date !== null && date !== '').sort()
  return {
    ...brief,
    /** In full, unlike `applicantName`. */
    applicant: record.applicant.name,
    turn,
    /** Beijing `yyyy-MM-dd HH:mm:ss`. */
    movedAt: beijingDateTime(lastMove(record)),
    /** The next date that binds somebody, Beijing day or moment; '' = none. */
    due,
    overdue: isOver(due, now),
  }
}
