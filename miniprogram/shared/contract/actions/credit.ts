import type { AccountView } from '../../domain/account'
import type { CreditReport } from '../../domain/credit'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Credit: contract #10; what 信用中国 says of the active enterprise */
export interface CreditActions {
  'credit.open': { input: Nothing; output: { account: AccountView; report: Loadable<CreditReport> } }
}

export const CREDIT_FACTS = {
  'credit.open': { on: 'api', repeat: 'read', audit: 'look' },
} as const satisfies FactsOf<CreditActions>
