import { chooseOptions } from '../catalogue/choose'
import type { Item, Limit } from '../catalogue/item'
import { holdsFor } from '../catalogue/situation-condition'
import { addDays, addMonths, addWorkingDays, beijingDate, daysBetween, workingDaysBetween } from '../clock'
import type { CaseRecord, PauseRecord } from '../state/records'

/** The statutory limit, shorter in some situations (e.g. 护士变更注册 7 日). */
function statutoryLimit(item: Item, optionIds: readonly string[]): Limit {
  const { choice } = chooseOptions(item, optionIds)
  return item.limit.overrides.find(({ when }) => holdsFor(when, choice)) ?? item.limit
}

/** Pauses before acceptance do not matter: the clock starts with it. */
function pausesAfter(acceptedAt: number, pauses: readonly PauseRecord[]): readonly { from: string; to: string }[] {
  return pauses
    .filter((pause) => pause.endedAt !== null && pause.endedAt > acceptedAt)
    .map((pause) => ({
      from: beijingDate(Math.max(pause.startedAt, acceptedAt)),
      to: beijingDate(pause.endedAt ?? acceptedAt),
    }))
}

function finishDate(acceptedAt: number, { value, unit }: Limit, pauses: readonly PauseRecord[]): string {
  const accepted = beijingDate(acceptedAt)
  const paused = pausesAfter(acceptedAt, pauses)
  if (unit === 'working_day') {
    const extra = paused.reduce((sum, { from, to }) => sum + workingDaysBetween(from, to), 0)
    return addWorkingDays(accepted, value + extra)
  }
  const end = unit === 'month' ? addMonths(accepted, value) : addDays(accepted, value)
  return addDays(
    end,
    paused.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0),
  )
}

export interface FinishDates {
  /** `yyyy-MM-dd`; '' before acceptance and while the clock is paused, when nobody can know it. */
  readonly promised: string
  /** The same; '' also where no law states a limit. */
  readonly statutory: string
}

/** Both dates run from acceptance and move back by the time that the applicant took to supplement. */
export function finishDates(record: CaseRecord, item: Item): FinishDates {
  const paused = record.pauses.some((pause) => pause.endedAt === null)
  if (record.acceptedAt === null || paused) return { promised: '', statutory: '' }
  const statutory = statutoryLimit(item, record.optionIds)
  const promisedDays = item.limit.promisedWorkingDays
  const promised = finishDate(record.acceptedAt, { value: promisedDays, unit: 'working_day' }, record.pauses)
  // No law states a limit: the promise stands alone.
  if (statutory.value === 0) return { promised, statutory: '' }
  const last = finishDate(record.acceptedAt, statutory, record.pauses)
  // A shorter statutory limit (a situation's override) also bounds the promise.
  return { promised: promised < last ? promised : last, statutory: last }
}
