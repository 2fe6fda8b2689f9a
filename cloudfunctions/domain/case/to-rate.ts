import { type CaseBrief } from '../../../miniprogram/shared/domain/case'
import { type Context } from '../../kernel/context'
import { listCases } from '../../one-network/resources/cases'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'

/** The list is newest first, and a case can be rated for 30 days: who finished more finds the others in the list of cases. */
const LOOKED_AT = 10

/** Finished cases that the provider says may be rated now, newest first (#19). */
export async function casesToRate(active: ActiveIdentity, context: Context): Promise<readonly CaseBrief[]> {
  const page = await listCases(sessionOf(active.bindingId, context), 'finished', 1, LOOKED_AT)
  return page.rows.filter(({ rateable }) => rateable === true)
}
