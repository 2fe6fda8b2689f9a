import { CASE_CATEGORIES, type CaseCategory, type CaseCounts } from '../../shared/domain/case'

export interface CaseTab {
  readonly category: CaseCategory
  readonly label: string
  readonly hint: string
  readonly count: number
}

/** The four lists with their counts; a hint explains the provider's names. */
export function caseTabs(counts: CaseCounts): readonly CaseTab[] {
  return CASE_CATEGORIES.map(({ category, label, hint }) => ({
    category,
    label,
    hint,
    count: counts[category],
  }))
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
