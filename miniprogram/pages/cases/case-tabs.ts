import type { IconName } from '../../components/svg-icon/icon-names'
import { CASE_CATEGORIES, type CaseCategory, type CaseCounts } from '../../shared/domain/case'

export interface CaseTab {
  readonly category: CaseCategory
  readonly label: string
  /** The label without 件: four of them share one line. */
  readonly short: string
  readonly hint: string
  readonly count: number
}

/** The four lists with their counts, what waits for the citizen first; a hint explains the provider's names. */
export function caseTabs(counts: CaseCounts): readonly CaseTab[] {
  return CASE_CATEGORIES.map(({ category, label, hint }) => ({
    category,
    label,
    short: label.replace(/件$/, ''),
    hint: `${label}：${hint}`,
    count: counts[category],
  }))
}

/** Another list that has something, as a quiet row. */
export interface OtherList {
  readonly category: CaseCategory
  readonly title: string
  readonly note: string
  readonly mine: boolean
  /** See svg-icon. */
  readonly icon: IconName
}

/** The lists in words, by whose turn it is. */
const WORDS: Readonly<Record<CaseCategory, { readonly heading: string; readonly note: string }>> = {
  supplement: { heading: '轮到您了', note: '轮到您处理' },
  promise: { heading: '等您补交承诺的材料', note: '轮到您处理' },
  processing: { heading: '窗口在办', note: '等窗口办理，点开看到哪一步' },
  finished: { heading: '已经结束', note: '点开看结果' },
}
const BY_TURN = ['supplement', 'promise', 'processing', 'finished'] as const

function listOf(category: CaseCategory, title: string): OtherList {
  const mine = category === 'supplement' || category === 'promise'
  const icon = mine ? 'edit-1' : category === 'finished' ? 'check' : 'time'
  return { category, title, note: WORDS[category].note, mine, icon }
}

/** Beside the open list: what waits for the citizen, and what the office is at. */
export function otherLists({ supplement, processing }: CaseCounts, open: CaseCategory): readonly OtherList[] {
  const mine = listOf('supplement', `还有 ${supplement} 件要补正`)
  const theirs = listOf('processing', `在办 ${processing} 件`)
  return [...(supplement > 0 ? [mine] : []), ...(processing > 0 ? [theirs] : [])].filter(
    ({ category }) => category !== open,
  )
}

/** What the open list is called where no tab says it. */
export const headingOf = (category: CaseCategory): string => WORDS[category].heading

/** The same where there are no tabs: all that have something, the citizen's own turn first. */
export const listsByTurn = (counts: CaseCounts, open: CaseCategory): readonly OtherList[] =>
  BY_TURN.filter((category) => category !== open && counts[category] > 0).map((category) =>
    listOf(category, `${WORDS[category].heading}：${counts[category]} 件`),
  )

/** What an empty list of this category means. */
export function emptyText(category: CaseCategory): string {
  const texts: Readonly<Record<CaseCategory, string>> = {
    supplement: '现在没有需要您补充材料的办件。',
    processing: '现在没有正在办理的办件。',
    finished: '还没有办结的办件。',
    promise: '没有承诺后补、尚未交齐的材料。',
  }
  return texts[category]
}
