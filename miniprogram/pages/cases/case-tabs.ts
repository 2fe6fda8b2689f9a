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
}

/** Beside the open list: what waits for the citizen, and what the office is at. */
export function otherLists({ supplement, processing }: CaseCounts, open: CaseCategory): readonly OtherList[] {
  const mine = { category: 'supplement', title: `还有 ${supplement} 件要补正`, note: '轮到您处理', mine: true } as const
  const theirs = {
    category: 'processing',
    title: `在办 ${processing} 件`,
    note: '等窗口办理，点开看到哪一步',
    mine: false,
  } as const
  return [...(supplement > 0 ? [mine] : []), ...(processing > 0 ? [theirs] : [])].filter(
    ({ category }) => category !== open,
  )
}

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
