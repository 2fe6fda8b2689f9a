import { openRound } from '../case-life-cycle/facts'
import type { Platform } from '../platform'
import type { CaseRecord } from '../state/records'
import type { EventContent } from './case-events'

/** Contract chapter 7.5: 到期前 7 天. */
const BEFORE_MS = 7 * 86_400_000
const TYPE = 'PROMISE_SUPPLEMENT_DUE'

/** Cases whose promised materials (承诺补证) are due within a week and whose applicant was not told yet. */
export function dueReminders({
  store,
  now,
}: Platform): readonly { readonly record: CaseRecord; readonly content: EventContent }[] {
  const at = now()
  const told = new Set(
    store.pushes
      .all()
      .filter(({ eventType }) => eventType === TYPE)
      .map(({ caseNo }) => caseNo),
  )
  return store.cases.all().flatMap((record) => {
    const round = openRound(record, '2')
    const deadline = round?.deadline ?? null
    if (
      round === undefined ||
      deadline === null ||
      ['40', '97', '98', '99'].includes(record.status) ||
      told.has(record.caseNo)
    )
      return []
    if (deadline - BEFORE_MS > at || deadline < at) return []
    const summary = `还有 ${round.materials.length} 项承诺材料未补交`
    return [{ record, content: { eventType: TYPE, summary, deadline } }]
  })
}
