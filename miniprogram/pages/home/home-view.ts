import type { Home } from '../../services/home'
import type { ReplyError } from '../../shared/contract/reply'
import type { AccountView } from '../../shared/domain/account'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import type { MatterBrief } from '../../shared/domain/matter'
import { caseTabs, type CaseTab } from '../cases/case-tabs'

/** How many matters the home page shows; the rest is one tap away. */
const FREQUENT = 6

/** The home page's parts, each with its own failure: null = it came. */
export interface HomeView {
  readonly account: AccountView
  readonly bound: boolean
  readonly matters: readonly MatterBrief[]
  readonly mattersError: ReplyError | null
  readonly counts: readonly CaseTab[]
  readonly countsError: ReplyError | null
  readonly drafts: readonly DeclarationBrief[]
  readonly draftsError: ReplyError | null
}

export function viewOf(home: Home): HomeView {
  return {
    account: home.account,
    bound: home.account.active !== null,
    matters: home.matters.ok ? frequentlyUsed(home.matters.value) : [],
    mattersError: home.matters.ok ? null : home.matters.error,
    counts: home.counts?.ok ? caseTabs(home.counts.value) : [],
    countsError: home.counts === null || home.counts.ok ? null : home.counts.error,
    drafts: home.drafts.ok ? home.drafts.value : [],
    draftsError: home.drafts.ok ? null : home.drafts.error,
  }
}

/** What can be filed here comes first; otherwise the provider's order stands. */
function frequentlyUsed(matters: readonly MatterBrief[]): readonly MatterBrief[] {
  const fileable = matters.filter((matter) => matter.fileable)
  const others = matters.filter((matter) => !matter.fileable)
  return [...fileable, ...others].slice(0, FREQUENT)
}
