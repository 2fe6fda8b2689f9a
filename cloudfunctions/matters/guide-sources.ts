import {
  type FactSource,
  type GuideSources,
  type SituationLimit,
  type SourceLevel,
} from '../../miniprogram/shared/domain/guide-source'
import { type Material, type MatterGuide, type Situation } from '../../miniprogram/shared/domain/matter'
import { type BeijingDate } from '../../miniprogram/shared/domain/time'
import { standingOf } from '../../miniprogram/shared/form/rule-text'
import { materialKeysOf } from './ids'
import { matterById } from './index'
import { textOf } from './laws'
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

type SourceOf = (found: Based | undefined) => FactSource

/** A fact with what it stands on; `law` where the fact is an article of that law. */
interface Based {
  readonly evidence: Evidence
  readonly basis?: string
  readonly law?: string
}

function sourceOf(found: Based | undefined, today: BeijingDate): FactSource {
  if (!found) return PROVIDER
  const { evidence, basis, law = basis } = found
  const text = evidence === 'sourced_text' ? textOf(law) : undefined
  const level = text && standingOf(text, today) === 'amended' ? 'superseded' : LEVEL[evidence]
  return { level, ...(basis === undefined ? {} : { basis }), ...(text ? { asOf: text.asOf } : {}) }
}

/**
 * What each fact of the provider's guide stands on, as far as the office's file says the same; what the provider says
 * differently has the provider for its source. @param today a text that was amended by then is not the law's any more
 */
export function sourcesOf(
  guide: MatterGuide,
  materials: readonly Material[],
  situations: readonly Situation[],
  today: BeijingDate,
): GuideSources {
  const source: SourceOf = (found) => sourceOf(found, today)
  const matter = matterById(guide.matterId)
  return {
    conditions: guide.conditions.map((text) => factSource(source, matter?.conditions, text)),
    tips: guide.tips.map((text) => factSource(source, matter?.tips, text)),
    legalBasis: guide.legalBasis.map(({ lawName, article, content }) =>
      source(
        matter?.legalBasis
          .filter((row) => same(row.law, lawName) && same(row.article, article) && same(row.content, content))
          .map(({ evidence, law }) => ({ evidence, law }))[0],
      ),
    ),
    results: guide.results.map(({ docName, validity }) => resultSource(source, matter, docName, validity)),
    ...limitSources(source, guide, matter),
    fee: feeSource(source, guide, matter),
    materials: materialSources(source, guide.matterId, materials, matter),
    situationLimits: limitsOf(source, matter, guide.matterId, situations),
  }
}

const factSource = (source: SourceOf, facts: readonly Fact[] | undefined, text: string): FactSource =>
  source(facts?.find((fact) => same(fact.text, text)))

/** The weaker of the two: a certain document whose validity is only practice is practice as a whole line. */
function resultSource(
  source: SourceOf,
  matter: Matter | undefined,
  docName: string,
  validity: string | undefined,
): FactSource {
  const found = matter?.results.find(({ name }) => same(name, docName))
  if (!found) return PROVIDER
  if (validity === undefined) return source(found)
  return same(found.validity?.text, validity) ? source(found.validity) : PROVIDER
}

function limitSources(
  source: SourceOf,
  { statutoryLimit, promisedLimit, notCounted }: MatterGuide,
  matter: Matter | undefined,
) {
  const limit = matter?.timeLimit
  const isStatutory =
    limit !== undefined && limit.value === statutoryLimit.value && UNIT_TEXT[limit.unit] === statutoryLimit.unit
  // What we suggest is no promise: only the provider, or the office, can make one to the public.
  const said = limit?.suggestedPromise.evidence === 'office' ? limit.suggestedPromise : undefined
  const isPromised = said?.value === promisedLimit.value && promisedLimit.unit === UNIT_TEXT.working_day
  return {
    statutoryLimit: isStatutory ? source(limit) : PROVIDER,
    promisedLimit: isPromised ? source(said) : PROVIDER,
    notCounted: limit?.notCounted && same(limit.notCounted.text, notCounted) ? source(limit.notCounted) : PROVIDER,
  }
}

function feeSource(source: SourceOf, { fee }: MatterGuide, matter: Matter | undefined): FactSource {
  return matter?.fee.charged === fee.charged && same(matter.fee.text, fee.note) ? source(matter.fee) : PROVIDER
}

function materialSources(
  source: SourceOf,
  matterId: string,
  materials: readonly Material[],
  matter: Matter | undefined,
): GuideSources['materials'] {
  const keys = materialKeysOf(matterId)
  return Object.fromEntries(
    materials.map(({ materialId }) => [
      materialId,
      source(matter?.materials.find(({ key }) => key === keys[materialId])),
    ]),
  )
}

function limitsOf(
  source: SourceOf,
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
    source: source(limit),
  }))
}
