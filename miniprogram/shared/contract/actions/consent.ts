import type { Agreed, GivenConsent } from '../../domain/consent'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Consents of a WeChat user, whichever identity acts: ours alone */
export interface ConsentActions {
  /** All that were given, newest first, withdrawn ones too. */
  'consent.list': { input: Nothing; output: { given: readonly GivenConsent[] } }
  /** Repeating it is harmless. CONFLICT when a text has another version by now. */
  'consent.give': { input: { agreed: readonly Agreed[] }; output: { given: readonly GivenConsent[] } }
  /** From now on nothing is filled in or uploaded; what was filed stays, drafts end by themselves. */
  'consent.withdraw': { input: { text: 'sensitive' }; output: { given: readonly GivenConsent[] } }
}

export const CONSENT_FACTS = {
  'consent.list': { on: 'api', repeat: 'read', audit: 'look' },
  'consent.give': { on: 'api', repeat: 'same', audit: 'change' },
  'consent.withdraw': { on: 'api', repeat: 'same', audit: 'change', objects: ['text'] },
} as const satisfies FactsOf<ConsentActions>
