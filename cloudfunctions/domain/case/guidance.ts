import { type CaseGuidance, type CaseProgress } from '../../../miniprogram/shared/domain/case'
import { LEGAL_PERIODS } from '../../../miniprogram/shared/domain/legal-period'
import { type MatterGuide, windowOf } from '../../../miniprogram/shared/domain/matter'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { afterWorkingDays, isEstimated } from '../../calendar/working-days'
import { type Context } from '../../kernel/context'
import { loadable } from '../../kernel/loadable'
import { loadGuide } from '../matter/catalogue'

/** 行政许可法第三十二条: of a licence only, while it is not accepted and nothing was asked for. */
function gapsToldBy({ stage, gapsTold, submittedAt }: CaseProgress, isLicence: boolean): CaseGuidance['gapsToldBy'] {
  if (!isLicence || stage !== 'received' || gapsTold === true || submittedAt === undefined) return undefined
  const date = afterWorkingDays(submittedAt.slice(0, 10), LEGAL_PERIODS.tellGaps.value)
  return { date, estimated: isEstimated(date) }
}

/** What is known of a case besides its steps. @param now ms since the epoch */
export function guidanceFor(progress: CaseProgress, guide: MatterGuide | undefined, now: number): CaseGuidance {
  const due = gapsToldBy(progress, guide?.isLicence === true)
  return {
    today: toBeijingDate(now),
    ...(guide === undefined ? {} : { window: windowOf(guide), isLicence: guide.isLicence === true }),
    ...(due === undefined ? {} : { gapsToldBy: due }),
  }
}

/** The same with the matter's guide (#3), without which the case is shown all the same. */
export async function guidanceOf(progress: CaseProgress, context: Context): Promise<CaseGuidance> {
  const guide = await loadable(loadGuide(progress.matterId, context), context)
  return guidanceFor(progress, guide.ok ? guide.value : undefined, context.now())
}
