import { readFileSync } from 'node:fs'
import { creditFile } from './paths'

/** One enterprise as 信用中国 and the register tell of it: CreditData of the contract, all of it invented. */
export interface CreditRecord {
  readonly uscc: string
  readonly name: string
  readonly [member: string]: unknown
}

export function loadCreditRecords(): readonly CreditRecord[] {
  return JSON.parse(readFileSync(creditFile, 'utf8')) as readonly CreditRecord[]
}
