import type { Evidence, TimeLimit } from '../../cloudfunctions/matters/schema'
import { toLogic } from '../convert-forms/conditions'
import { evidenceOfCitations, type Library } from './citations'
import { atMost, citizenText } from './marks'
import type { SeedMatter } from './seed'

const NOT_APPLICABLE = '不适用'
/** 行政许可法第四十二条: 20 days, which the head of the office may extend by ten. */
const GENERAL_LIMIT = '行政许可法第四十二条'

/** `第八条(变更7个工作日,第九条)` → `第八条`: what holds in one situation is told by its own limit, with its own article. */
const withoutAside = (basis: string): string => basis.replace(/\([^()]*\)$/, '')

export function toTimeLimit(matter: SeedMatter, library: Library): TimeLimit {
  const seed = matter.time_limit
  const cited = (text: string): Evidence => evidenceOfCitations(text, matter, library)
  const extended = seed.basis.includes(GENERAL_LIMIT) ? cited(GENERAL_LIMIT) : 'knowledge'
  return {
    value: seed.statutory_value,
    unit: seed.unit,
    ...(seed.raw_text !== null && { text: citizenText(seed.raw_text) }),
    basis: citizenText(seed.overrides.length > 0 ? withoutAside(seed.basis) : seed.basis),
    evidence: atMost(seed.evidence, seed.basis),
    counting: { text: citizenText(seed.count_note), evidence: cited(seed.count_note) },
    ...(seed.extension_working_days > 0 && { extension: { value: seed.extension_working_days, evidence: extended } }),
    ...(seed.not_counted !== NOT_APPLICABLE && {
      notCounted: { text: citizenText(seed.not_counted), evidence: cited(seed.not_counted) },
    }),
    suggestedPromise: { value: seed.suggested_promised_working_days, evidence: 'knowledge' },
    overrides: seed.overrides.map(({ when, statutory_value, unit, basis }) => ({
      when: toLogic(when),
      value: statutory_value,
      unit,
      basis: citizenText(basis),
      evidence: cited(basis),
    })),
  }
}
