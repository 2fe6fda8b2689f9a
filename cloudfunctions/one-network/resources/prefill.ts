import { type CreditRecords } from '../../../miniprogram/shared/domain/credit'
import { must } from '../answers'
import { type CreditFacts, toCreditFacts } from '../mappers/credit'
import { toCreditRecords } from '../mappers/credit-records'
import { type PreviousFiling, toPreviousFiling } from '../mappers/previous-filing'
import { text } from '../read'
import { type UserSession } from '../user-session'

/**
 * What the credit service says about an enterprise (#10); null when it does not know it. It may be slow or down (5003):
 * nothing may depend on it.
 */
export async function readCredit(user: UserSession, uscc: string): Promise<CreditFacts | null> {
  return toCreditFacts(await creditData(user, uscc)) ?? null
}

/** The same in full, to be read; null when the credit service does not know the enterprise. */
export async function readCreditRecords(user: UserSession, uscc: string): Promise<CreditRecords | null> {
  return toCreditRecords(await creditData(user, uscc)) ?? null
}

async function creditData(user: UserSession, uscc: string) {
  const data = await user.call('queryEnterpriseCredit', { uscc })
  must(text(data?.foundFlag), 'foundFlag')
  return data
}

/**
 * What the user last filled into the form of a material, in another declaration than `ownDeclareNo` (#6); null when
 * there is nothing.
 */
export async function readPreviousFiling(
  user: UserSession,
  materialId: string,
  ownDeclareNo: string,
): Promise<PreviousFiling | null> {
  const data = await user.call('getLatestFormData', { materialId })
  must(text(data?.materialId), 'materialId')
  const filing = toPreviousFiling(data)
  return filing && filing.declareNo !== ownDeclareNo ? filing : null
}
