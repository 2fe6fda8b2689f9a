import { type CaseBrief } from '../../../miniprogram/shared/domain/case'
import { situationsOf } from '../../stores/declarations'
import { type Owner } from '../../stores/owner'

/**
 * Cases with what the applicant's situation was: the provider tells those of one matter by date and number only. One that
 * was filed elsewhere has none.
 */
export async function withSituations(cases: readonly CaseBrief[], owner: Owner): Promise<readonly CaseBrief[]> {
  const known = await situationsOf(
    cases.map(({ caseNo }) => caseNo),
    owner,
  )
  return cases.map((brief) => {
    const situation = known.get(brief.caseNo)
    return situation ? { ...brief, situation } : brief
  })
}
