import { topicIcon } from '../../components/svg-icon/topic-icon'
import type { IconName } from '../../components/svg-icon/icon-names'
import type { Home } from '../../services/home'
import type { ReplyError } from '../../shared/contract/reply'
import type { AccountView } from '../../shared/domain/account'
import { type CaseBrief, shortNameOf } from '../../shared/domain/case'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import type { MatterBatch, MatterBrief } from '../../shared/domain/matter'
import { unreadText } from '../../shared/domain/message'
import { turnView, type TurnView } from '../../shared/domain/turn-view'
import { caseTabs, type CaseTab } from '../cases/case-tabs'

/** How many matters the home page shows when nothing is recommended; the rest is one tap away. */
const FREQUENT = 6
/** With 全部 they fill two rows of five. */
const MOST_TOPICS = 9

export interface TopicTile {
  readonly name: string
  readonly icon: IconName
}

/** Finished cases that may be rated: the newest, and of how many. */
export interface ToRate {
  readonly title: string
  readonly note: string
  /** Of the only one; '' = there are several. */
  readonly caseNo: string
}

/** The home page's parts, each with its own failure: null = it came. */
export interface HomeView {
  readonly account: AccountView
  readonly bound: boolean
  /** The soonest of what waits for the citizen; null = nothing does, or it is not known. */
  readonly turn: TurnView | null
  /** That there is more of it; '' = there is not. */
  readonly moreTurns: string
  readonly turnsError: ReplyError | null
  readonly toRate: ToRate | null
  readonly topics: readonly TopicTile[]
  /** e.g. 全部 22 项 */
  readonly allTopics: string
  /** Recommended ones, or else those that are used most. */
  readonly matters: readonly MatterBrief[]
  readonly recommended: boolean
  /** There are other recommended ones. */
  readonly more: boolean
  readonly mattersError: ReplyError | null
  readonly counts: readonly CaseTab[]
  readonly countsError: ReplyError | null
  /** Unread messages, as the bell says it; '' = none. */
  readonly unread: string
  /** What was saved last; beside what waits for the citizen only one, so that the counts stay in sight. */
  readonly drafts: readonly DeclarationBrief[]
  readonly moreDrafts: readonly DeclarationBrief[]
  readonly draftsError: ReplyError | null
  /** The window's telephone; '' = not known now. */
  readonly phone: string
}

/**
 * @param now ms since the epoch
 * @param chosen what 换一批 brought, which then stays
 */
export function viewOf(home: Home, now: number, chosen: MatterBatch | null = null): HomeView {
  const matters = home.matters.ok ? home.matters.value : []
  return {
    account: home.account,
    bound: home.account.active !== null,
    ...turnsOf(home, now),
    toRate: home.toRate?.ok ? toRateOf(home.toRate.value) : null,
    topics: topicsOf(matters),
    allTopics: `全部 ${matters.length} 项`,
    ...mattersOf(home, chosen),
    counts: home.counts?.ok ? caseTabs(home.counts.value) : [],
    countsError: home.counts === null || home.counts.ok ? null : home.counts.error,
    unread: unreadText(home.unread ?? 0),
    ...draftsOf(home),
    draftsError: home.drafts.ok ? null : home.drafts.error,
    phone: home.phone ?? '',
  }
}

/** The server counts to 100. */

/** Functions of the last release say nothing of it: the counts stand all the same. */
function turnsOf({ turns }: Home, now: number): Pick<HomeView, 'turn' | 'moreTurns' | 'turnsError'> {
  if (turns === undefined || turns === null) return { turn: null, moreTurns: '', turnsError: null }
  if (!turns.ok) return { turn: null, moreTurns: '', turnsError: turns.error }
  const { total, cases } = turns.value
  const [first] = cases
  if (first === undefined) return { turn: null, moreTurns: '', turnsError: null }
  return { turn: turnView(first, now), moreTurns: total > 1 ? `还有 ${total - 1} 件也轮到您` : '', turnsError: null }
}

function draftsOf({ drafts, turns }: Home): Pick<HomeView, 'drafts' | 'moreDrafts'> {
  const all = drafts.ok ? drafts.value : []
  const first = turns?.ok && turns.value.total > 0 ? 1 : 2
  return { drafts: all.slice(0, first), moreDrafts: all.slice(first) }
}

function toRateOf(cases: readonly CaseBrief[]): ToRate | null {
  const [first] = cases
  if (first === undefined) return null
  if (cases.length === 1) return { title: '办完了，请您评价', note: shortNameOf(first), caseNo: first.caseNo }
  return { title: `${cases.length} 件办完了，请您评价`, note: `${shortNameOf(first)}等`, caseNo: '' }
}

/** The topics with most matters, in the catalogue's order. */
function topicsOf(matters: readonly MatterBrief[]): readonly TopicTile[] {
  const sizes = new Map<string, number>()
  for (const { theme, department } of matters) sizes.set(theme ?? department, (sizes.get(theme ?? department) ?? 0) + 1)
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, MOST_TOPICS)
  return [...sizes.keys()]
    .filter((name) => largest.some(([one]) => one === name))
    .map((name) => ({ name, icon: topicIcon(name) }))
}

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
