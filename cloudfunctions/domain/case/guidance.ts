import { type CaseGuidance, type CaseProgress, type Pace } from '../../../miniprogram/shared/domain/case'
import { LEGAL_PERIODS } from '../../../miniprogram/shared/domain/legal-period'
import { type MatterGuide, windowOf } from '../../../miniprogram/shared/domain/matter'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { afterWorkingDays, isEstimated, workingDays } from '../../calendar/working-days'
import { type Context } from '../../kernel/context'
import { loadable } from '../../kernel/loadable'
import { loadGuide } from '../matter/catalogue'

/** 行政许可法第三十二条: of a licence only, while it is not accepted and nothing was asked for. */
function gapsToldBy({ stage, gapsTold, submittedAt }: CaseProgress, isLicence: boolean): CaseGuidance['gapsToldBy'] {
  if (!isLicence || stage !== 'received' || gapsTold === true || submittedAt === undefined) return undefined
  const date = afterWorkingDays(submittedAt.slice(0, 10), LEGAL_PERIODS.tellGaps.value)
  return { date, estimated: isEstimated(date) }
}

/** Working days since acceptance (whose own day does not count), of those that the office promised. */
function paceOf({ status, acceptedAt, promisedFinishDate, pauses }: CaseProgress, today: string): Pace | undefined {
  if (status.turn !== 'office' || acceptedAt === undefined || promisedFinishDate === undefined) return undefined
  const accepted = acceptedAt.slice(0, 10)
  const day = workingDays(accepted, today)
  if (pauses.length > 0 || day < 1 || today > promisedFinishDate) return undefined
  return { day, of: workingDays(accepted, promisedFinishDate), estimated: isEstimated(promisedFinishDate) }
}

/** What is known of a case besides its steps. @param now ms since the epoch */
export function guidanceFor(progress: CaseProgress, guide: MatterGuide | undefined, now: number): CaseGuidance {
  const today = toBeijingDate(now)
  const due = gapsToldBy(progress, guide?.isLicence === true)
  const pace = paceOf(progress, today)
  return {
    today,
    ...(guide === undefined ? {} : { window: windowOf(guide), isLicence: guide.isLicence === true }),
    ...(due === undefined ? {} : { gapsToldBy: due }),
    ...(pace === undefined ? {} : { pace }),
  }
}

/** The same with the matter's guide (#3), without which the case is shown all the same. */
export async function guidanceOf(progress: CaseProgress, context: Context): Promise<CaseGuidance> {
  const guide = await loadable(loadGuide(progress.matterId, context), context)
  return guidanceFor(progress, guide.ok ? guide.value : undefined, context.now())
}
