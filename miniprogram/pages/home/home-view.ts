import type { Home } from '../../services/home'
import type { ReplyError } from '../../shared/contract/reply'
import type { AccountView } from '../../shared/domain/account'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import type { MatterBatch, MatterBrief } from '../../shared/domain/matter'
import { caseTabs, type CaseTab } from '../cases/case-tabs'

/** How many matters the home page shows when nothing is recommended; the rest is one tap away. */
const FREQUENT = 6

/** The home page's parts, each with its own failure: null = it came. */
export interface HomeView {
  readonly account: AccountView
  readonly bound: boolean
  /** Recommended ones, or else those that are used most. */
  readonly matters: readonly MatterBrief[]
  readonly recommended: boolean
  /** There are other recommended ones. */
  readonly more: boolean
  readonly mattersError: ReplyError | null
  readonly counts: readonly CaseTab[]
  readonly countsError: ReplyError | null
  /** Unread messages, as the entry says it; '' = none. */
  readonly unread: string
  readonly drafts: readonly DeclarationBrief[]
  readonly draftsError: ReplyError | null
}

/** @param chosen what 换一批 brought, which then stays */
export function viewOf(home: Home, chosen: MatterBatch | null = null): HomeView {
  return {
    account: home.account,
    bound: home.account.active !== null,
    ...mattersOf(home, chosen),
    counts: home.counts?.ok ? caseTabs(home.counts.value) : [],
    countsError: home.counts === null || home.counts.ok ? null : home.counts.error,
    unread: unreadText(home.unread ?? 0),
    drafts: home.drafts.ok ? home.drafts.value : [],
    draftsError: home.drafts.ok ? null : home.drafts.error,
  }
}

/** The server counts to 100. */
const unreadText = (unread: number): string =>
  unread === 0 ? '' : unread >= 100 ? '100 条以上未读' : `${unread} 条未读`

function mattersOf(
  { recommended, matters, account }: Home,
  chosen: MatterBatch | null,
): Pick<HomeView, 'matters' | 'recommended' | 'more' | 'mattersError'> {
  const batch = chosen ?? (recommended.ok ? recommended.value : null)
  if (batch !== null && batch.matters.length > 0) return { ...batch, recommended: true, mattersError: null }
  return {
    matters: matters.ok ? frequentlyUsed(matters.value, account.active) : [],
    recommended: false,
    more: false,
    mattersError: matters.ok ? null : matters.error,
  }
}

/** What the active identity can file here comes first, then what another one can; otherwise the provider's order stands. */
function frequentlyUsed(matters: readonly MatterBrief[], active: AccountView['active']): readonly MatterBrief[] {
  const rank = ({ fileable, subjects }: MatterBrief): number =>
    fileable ? (active === null || subjects.includes(active) ? 0 : 1) : 2
  return [...matters].sort((a, b) => rank(a) - rank(b)).slice(0, FREQUENT)
}
