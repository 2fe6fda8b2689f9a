import type laws from '../../../cloudfunctions/matters/shared/laws.json'
import type safetyFacts from '../../../cloudfunctions/matters/shared/safety-facts.json'
import type { Rule } from '../../../miniprogram/shared/form'
import { type MatterFolder, SHARED, type SharedFolder, readSharedFile } from '../folders'

type Law = (typeof laws)[number]

/** Laws of the whole country: only what they say, read in their own text and still in force, refuses anybody. */
const NATIONAL: readonly string[] = ['law', 'regulation', 'rule']

/** Facts that stand on a law that is not listed with the date of its text, and blocks that stand on too little. */
export function lawDefects(root: string, matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  const rows = readSharedFile<typeof laws>(root, 'laws.json')
  const safety = readSharedFile<typeof safetyFacts>(root, 'safety-facts.json')
  const known = [...rows].sort((a, b) => b.name.length - a.name.length)
  const lawOf = (basis: string): Law | undefined => known.find(({ name }) => basis.startsWith(name))
  const bases = matters.flatMap(({ slug, matter, forms }) => [
    ...matter.legalBasis.map(({ law }) => [`${slug}/matter.json`, law] as const),
    ...Object.values(forms).flatMap(({ rules }) =>
      rules.flatMap(({ basis, outcome }) =>
        basis !== undefined && outcome.kind === 'problem' && outcome.severity === 'error'
          ? [[`${slug}/form.json`, basis] as const]
          : [],
      ),
    ),
  ])
  const rules = matters.flatMap(({ slug, forms }) =>
    Object.values(forms).flatMap((form) => form.rules.map((rule) => [`${slug}.${rule.id}`, rule] as const)),
  )
  const named = new Set(bases.flatMap(([, basis]) => lawOf(basis)?.name ?? []))
  const shown = JSON.stringify([matters.map(({ matter, forms }) => [matter, forms]), shared.forms])
  return [
    ...bases.filter(([, basis]) => !lawOf(basis)).map(([at, basis]) => `${at}: laws.json does not know ${basis}`),
    ...rows
      .filter(({ name }) => !named.has(name) && !shown.includes(name))
      .map(({ name }) => `${SHARED}/laws.json: nothing stands on ${name}`),
    ...rules.flatMap(([at, rule]) => {
      const weak = safety.some((fact) => fact.rule === at) ? '' : weaknessOf(rule, lawOf(rule.basis ?? ''))
      return weak === '' ? [] : [`${at}: ${weak}`]
    }),
    ...safety
      .filter(({ rule }) => !rules.some(([at]) => at === rule))
      .map(({ rule }) => `${SHARED}/safety-facts.json: there is no rule ${rule}`),
  ]
}

/** Why a rule may not block; '' when it may, or does not. */
function weaknessOf({ outcome, evidence, basis }: Rule, law: Law | undefined): string {
  if (outcome.kind !== 'problem' || outcome.severity !== 'error' || evidence === 'office') return ''
  if (evidence === 'completeness') return basis === undefined ? '' : 'what is the form’s own has no basis'
  if (evidence !== 'sourced_text') return 'blocks on what was not read in the law’s own text'
  if (law === undefined || !NATIONAL.includes(law.rank)) return 'blocks without a law of the whole country'
  if (law.read !== 'original') return `blocks on ${law.name}, of which only a reprint was read`
  return 'repealed' in law ? `blocks on ${law.name}, which is repealed` : ''
}
