import type { AccountView } from '../../domain/account'
import type { CaseCounts } from '../../domain/case'
import type { DeclarationBrief } from '../../domain/declaration'
import type { MatterBatch, MatterBrief } from '../../domain/matter'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Home: contract #33, #34, #18 and our own drafts, read at the same time */
export interface HomeActions {
  'home.open': {
    input: Nothing
    output: {
      account: AccountView
      matters: Loadable<readonly MatterBrief[]>
      /** What the active identity may apply for; without one, what anybody may. */
      recommended: Loadable<MatterBatch>
      /** null = nothing is bound. */
      counts: Loadable<CaseCounts> | null
      drafts: Loadable<readonly DeclarationBrief[]>
      /** Unread messages of the active identity, 100 at most. */
      unread?: number
    }
  }
}

export const HOME_FACTS = {
  'home.open': { on: 'api', repeat: 'read' },
} as const satisfies FactsOf<HomeActions>
