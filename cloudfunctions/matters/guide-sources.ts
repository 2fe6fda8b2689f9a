import { type FactSource, type GuideSources, type SourceLevel } from '../../miniprogram/shared/domain/guide-source'
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
  const source = (found: Based | undefined): FactSource => sourceOf(found, today)
  const { matterId, fee } = guide
  const matter = matterById(matterId)
  const keys = materialKeysOf(matterId)
  const limits = matter ? situationLimits(matter, matterId, situations) : []
  const { statutoryLimit, promisedLimit, notCounted } = limitsOf(guide, matter)
  return {
    conditions: guide.conditions.map((text) => source(factOf(matter?.conditions, text))),
    tips: guide.tips.map((text) => source(factOf(matter?.tips, text))),
    legalBasis: guide.legalBasis.map(({ lawName, article, content }) =>
      source(
        matter?.legalBasis.find(
          (row) => same(row.law, lawName) && same(row.article, article) && same(row.content, content),
        ),
      ),
    ),
    results: guide.results.map(({ docName, validity }) => source(resultOf(matter, docName, validity))),
    statutoryLimit: source(statutoryLimit),
    promisedLimit: source(promisedLimit),
    notCounted: source(notCounted),
    fee: source(matter?.fee.charged === fee.charged && same(matter.fee.text, fee.note) ? matter.fee : undefined),
    materials: Object.fromEntries(
      materials.map(({ materialId }) => [
        materialId,
        source(matter?.materials.find(({ key }) => key === keys[materialId])),
      ]),
    ),
    situationLimits: limits.map(({ limit, optionId, when }) => ({
      value: limit.value,
      unit: UNIT_TEXT[limit.unit],
      optionId,
      when,
      source: source(limit),
    })),
  }
}

const factOf = (facts: readonly Fact[] | undefined, text: string): Fact | undefined =>
  facts?.find((fact) => same(fact.text, text))

/** The weaker of the two: a certain document whose validity is only practice is practice as a whole line. */
function resultOf(matter: Matter | undefined, docName: string, validity: string | undefined): Based | undefined {
  const found = matter?.results.find(({ name }) => same(name, docName))
  if (validity === undefined) return found
  return same(found?.validity?.text, validity) ? found?.validity : undefined
}

/** What the office's file says of the limits, where the provider's guide says the same. */
function limitsOf({ statutoryLimit, promisedLimit, notCounted }: MatterGuide, matter: Matter | undefined) {
  const limit = matter?.timeLimit
  const isStatutory = limit?.value === statutoryLimit.value && UNIT_TEXT[limit.unit] === statutoryLimit.unit
  // What we suggest is no promise: only the provider, or the office, can make one to the public.
  const said = limit?.suggestedPromise.evidence === 'office' ? limit.suggestedPromise : undefined
  const isPromised = said?.value === promisedLimit.value && promisedLimit.unit === UNIT_TEXT.working_day
  return {
    statutoryLimit: isStatutory ? limit : undefined,
    promisedLimit: isPromised ? said : undefined,
    notCounted: same(limit?.notCounted?.text, notCounted) ? limit?.notCounted : undefined,
  }
}
