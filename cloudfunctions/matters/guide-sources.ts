import {
  type FactSource,
  type GuideSources,
  type SituationLimit,
  type SourceLevel,
} from '../../miniprogram/shared/domain/guide-source'
import { type Material, type MatterGuide, type Situation } from '../../miniprogram/shared/domain/matter'
import { materialKeysOf } from './ids'
import { matterById } from './index'
import { type Evidence, type Fact, type Matter } from './schema'
import { situationLimits } from './situation-limits'
import { UNIT_TEXT } from './units'

const LEVEL: Readonly<Record<Evidence, SourceLevel>> = {
  sourced_text: 'law',
  sourced_secondary: 'reprint',
  knowledge: 'practice',
  office: 'office',
}

const PROVIDER: FactSource = { level: 'provider' }

/** Facts are compared by their words: punctuation and spaces are not what a fact says. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
const same = (a: string | undefined, b: string | undefined): boolean => words(a ?? '') === words(b ?? '')

const sourceOf = (found: { readonly evidence: Evidence; readonly basis?: string } | undefined): FactSource =>
  found ? { level: LEVEL[found.evidence], ...(found.basis === undefined ? {} : { basis: found.basis }) } : PROVIDER

/**
 * What each fact of the provider's guide stands on, as far as the office's file says the same; what the provider says
 * differently has the provider for its source.
 */
export function sourcesOf(
  guide: MatterGuide,
  materials: readonly Material[],
  situations: readonly Situation[],
): GuideSources {
  const matter = matterById(guide.matterId)
  return {
    conditions: guide.conditions.map((text) => factSource(matter?.conditions, text)),
    tips: guide.tips.map((text) => factSource(matter?.tips, text)),
    legalBasis: guide.legalBasis.map(({ lawName, article, content }) =>
      sourceOf(
        matter?.legalBasis
          .filter((row) => same(row.law, lawName) && same(row.article, article) && same(row.content, content))
          .map(({ evidence }) => ({ evidence }))[0],
      ),
    ),
    results: guide.results.map(({ docName, validity }) => resultSource(matter, docName, validity)),
    ...limitSources(guide, matter),
    fee: feeSource(guide, matter),
    materials: materialSources(guide.matterId, materials, matter),
    situationLimits: limitsOf(matter, guide.matterId, situations),
  }
}

const factSource = (facts: readonly Fact[] | undefined, text: string): FactSource =>
  sourceOf(facts?.find((fact) => same(fact.text, text)))

/** The weaker of the two: a certain document whose validity is only practice is practice as a whole line. */
function resultSource(matter: Matter | undefined, docName: string, validity: string | undefined): FactSource {
  const found = matter?.results.find(({ name }) => same(name, docName))
  if (!found) return PROVIDER
  if (validity === undefined) return sourceOf(found)
  return same(found.validity?.text, validity) ? sourceOf(found.validity) : PROVIDER
}

function limitSources({ statutoryLimit, promisedLimit, notCounted }: MatterGuide, matter: Matter | undefined) {
  const limit = matter?.timeLimit
  const isStatutory =
    limit !== undefined && limit.value === statutoryLimit.value && UNIT_TEXT[limit.unit] === statutoryLimit.unit
  // What we suggest is no promise: only the provider, or the office, can make one to the public.
  const said = limit?.suggestedPromise.evidence === 'office' ? limit.suggestedPromise : undefined
  const isPromised = said?.value === promisedLimit.value && promisedLimit.unit === UNIT_TEXT.working_day
  return {
    statutoryLimit: isStatutory ? sourceOf(limit) : PROVIDER,
    promisedLimit: isPromised ? sourceOf(said) : PROVIDER,
    notCounted: limit?.notCounted && same(limit.notCounted.text, notCounted) ? sourceOf(limit.notCounted) : PROVIDER,
  }
}

function feeSource({ fee }: MatterGuide, matter: Matter | undefined): FactSource {
  return matter?.fee.charged === fee.charged && same(matter.fee.text, fee.note) ? sourceOf(matter.fee) : PROVIDER
}

function materialSources(
  matterId: string,
  materials: readonly Material[],
  matter: Matter | undefined,
): GuideSources['materials'] {
  const keys = materialKeysOf(matterId)
  return Object.fromEntries(
    materials.map(({ materialId }) => [
      materialId,
      sourceOf(matter?.materials.find(({ key }) => key === keys[materialId])),
    ]),
  )
}

function limitsOf(
  matter: Matter | undefined,
  matterId: string,
  situations: readonly Situation[],
): readonly SituationLimit[] {
  if (!matter) return []
  return situationLimits(matter, matterId, situations).map(({ limit, optionId, when }) => ({
    value: limit.value,
    unit: UNIT_TEXT[limit.unit],
    optionId,
    when,
    source: sourceOf(limit),
  }))
}
