import type { AccountView } from '../../domain/account'
import type { CaseBrief, CaseCounts, CasesOfTurn } from '../../domain/case'
import type { DeclarationBrief } from '../../domain/declaration'
import type { MatterBatch, MatterBrief } from '../../domain/matter'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Home: contract #33, #34, #18, #19, #3 and our own drafts, read at the same time */
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
      /** What waits for the applicant; null = nothing is bound. Absent in answers of before 2026-12-01, as the next two. */
      turns?: Loadable<CasesOfTurn> | null
      /** Finished lately, and may be rated now; newest first. */
      toRate?: Loadable<readonly CaseBrief[]> | null
      /** The window's telephone; '' = not known now. */
      phone?: string
    }
  }
}

export const HOME_FACTS = {
  'home.open': { on: 'api', repeat: 'read', audit: 'look' },
} as const satisfies FactsOf<HomeActions>
