import type { GuideSources, FactSource } from './guide-source'
import type { MatterGuide, TimeLimit } from './matter'

/** `20 个工作日，受理之日起20日内`, or the provider's words alone when they say the same; '' = it states none. */
export function limitText({ value, unit, text }: TimeLimit): string {
  if (value <= 0) return text ?? ''
  if (text?.replace(/\s/g, '').includes(`${value}${unit}`)) return text
  return [`${value} ${unit}`, text ?? ''].filter(Boolean).join('，')
}

export function feeText({ fee: { charged, note } }: Pick<MatterGuide, 'fee'>): string {
  if (charged) return note ? `收费，${note}` : '收费，标准以窗口为准'
  if (note?.includes('不收费')) return note
  return note ? `不收费（${note}）` : '不收费'
}

export const resultText = ({ docName, validity }: MatterGuide['results'][number]): string =>
  validity ? `${docName}（${validity}）` : docName

export const lawText = ({ lawName, article, content }: MatterGuide['legalBasis'][number]): string =>
  [`《${bare(lawName)}》${article ?? ''}`, content ?? ''].filter(Boolean).join('：')

const bare = (lawName: string): string => lawName.replace(/^《(.*)》$/, '$1')

/** What a limit is called: one that no text sets is usual, not 法定. */
export const limitLabel = ({ level }: FactSource): '通常时限' | '法定时限' =>
  level === 'practice' ? '通常时限' : '法定时限'

export interface ApplicableLimit {
  readonly text: string
  /** The answer for which it holds; '' = the matter's general limit. */
  readonly when: string
  readonly source: FactSource
}

/** The statutory limit for these answers: that of the situation when one is known, else the general one. */
export function statutoryLimitFor(
  { statutoryLimit }: Pick<MatterGuide, 'statutoryLimit'>,
  sources: Pick<GuideSources, 'situationLimits' | 'statutoryLimit'>,
  optionIds: readonly string[],
): ApplicableLimit {
  const own = sources.situationLimits.find(({ optionId }) => optionIds.includes(optionId))
  if (own) return { text: limitText(own), when: own.when, source: own.source }
  return { text: limitText(statutoryLimit), when: '', source: sources.statutoryLimit }
}
