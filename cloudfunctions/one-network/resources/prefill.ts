import { type CreditRecords } from '../../../miniprogram/shared/domain/credit'
import { type Waiting } from '../../kernel/context'
import { must } from '../answers'
import { oneNetwork } from '../client'
import { type CreditFacts, toCreditFacts } from '../mappers/credit'
import { toCreditRecords } from '../mappers/credit-records'
import { type PreviousFiling, toPreviousFiling } from '../mappers/previous-filing'
import { text } from '../read'

/**
 * What the credit service says about an enterprise (#10); null when it does not know it. It may be slow or down (5003):
 * nothing may depend on it.
 */
export async function readCredit(uscc: string, userToken: string, waiting: Waiting): Promise<CreditFacts | null> {
  return toCreditFacts(await creditData(uscc, userToken, waiting)) ?? null
}

/** The same in full, to be read; null when the credit service does not know the enterprise. */
export async function readCreditRecords(
  uscc: string,
  userToken: string,
  waiting: Waiting,
): Promise<CreditRecords | null> {
  return toCreditRecords(await creditData(uscc, userToken, waiting)) ?? null
}

async function creditData(uscc: string, userToken: string, waiting: Waiting) {
  const data = await oneNetwork().call('queryEnterpriseCredit', { uscc }, waiting, { userToken })
  must(text(data?.foundFlag), 'foundFlag')
  return data
}

/**
 * What the user last filled into the form of a material, in another declaration than `ownDeclareNo` (#6); null when
 * there is nothing.
 */
export async function readPreviousFiling(
  materialId: string,
  ownDeclareNo: string,
  userToken: string,
  waiting: Waiting,
): Promise<PreviousFiling | null> {
  const data = await oneNetwork().call('getLatestFormData', { materialId }, waiting, { userToken })
  must(text(data?.materialId), 'materialId')
  const filing = toPreviousFiling(data)
  return filing && filing.declareNo !== ownDeclareNo ? filing : null
}
