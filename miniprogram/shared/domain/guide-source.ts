import type { TimeLimit } from './matter'
import type { BeijingDate } from './time'

/**
 * How far a fact of a guide can be relied upon: read in the law's own text; in a text that was amended since; found in a reprint; usual practice; confirmed
 * by the office; or said by the provider alone.
 */
export type SourceLevel = 'law' | 'superseded' | 'reprint' | 'practice' | 'office' | 'provider'

/** What stands under a fact. */
export const SOURCE_LABEL: Readonly<Record<SourceLevel, string>> = {
  law: '法规原文',
  superseded: '之后有修订，以窗口为准',
  reprint: '公开转载，以窗口为准',
  practice: '通行做法，以窗口为准',
  office: '窗口已确认',
  provider: '市一网通',
}

/** What the label means, for the legend, the most reliable first. */
export const SOURCE_MEANING: Readonly<Record<SourceLevel, string>> = {
  office: '办理窗口已经核对并确认。',
  law: '依据法律、法规、规章的条文，已对照原文。',
  superseded: '读过的条文之后有修订，修订后的文本还没有核对，办理时以窗口为准。',
  reprint: '来自网上公开转载的规定，没有对照过原文，办理时以窗口为准。',
  practice: '没有找到明文规定，是通常的做法，办理时以窗口为准。',
  provider: '由市一网通提供，请以窗口为准。',
}

/** Where a fact comes from, and the article that it stands on where one is known. */
export interface FactSource {
  readonly level: SourceLevel
  readonly basis?: string
  /** The day whose law the text is that was read. */
  readonly asOf?: BeijingDate
}

/** A statutory limit that holds in one situation only. */
interface SituationLimit extends TimeLimit {
  readonly optionId: string
  /** The answer of the situation guide for which it holds, e.g. 变更注册. */
  readonly when: string
  readonly source: FactSource
}

/** The sources of a guide's facts; lists are in the guide's order. */
export interface GuideSources {
  readonly conditions: readonly FactSource[]
  readonly tips: readonly FactSource[]
  readonly legalBasis: readonly FactSource[]
  readonly results: readonly FactSource[]
  readonly statutoryLimit: FactSource
  readonly promisedLimit: FactSource
  readonly notCounted: FactSource
  readonly fee: FactSource
  /** By material id. */
  readonly materials: Readonly<Record<string, FactSource>>
  readonly situationLimits: readonly SituationLimit[]
}

const PROVIDER: FactSource = { level: 'provider' }

/** The source of a fact that nothing else is known of. */
export const sourceAt = (sources: readonly FactSource[], index: number): FactSource => sources[index] ?? PROVIDER

/** `法规原文（护士条例第七条，按 2025-04-19 的文本）` */
export function sourceText({ level, basis, asOf }: FactSource): string {
  const parts = [basis, asOf === undefined ? undefined : `按 ${asOf} 的文本`].filter((part) => part !== undefined)
  return parts.length === 0 ? SOURCE_LABEL[level] : `${SOURCE_LABEL[level]}（${parts.join('，')}）`
}
