import type { Fact } from '../../../cloudfunctions/matters/schema'
import { DECLARATION_FORM, type MatterFolder, SHARED, type SharedFolder } from '../folders'
import { answersIn, optionIn, type SituationCondition } from '../guide'

/** What names something that is not there, or is named by nobody. */
export function referenceDefects(matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  const used = new Set(matters.flatMap(({ guide }) => guide.materials.map(({ form }) => form)))
  const promised = matters.some(({ guide }) => guide.materials.some(({ necessity }) => necessity === 'tolerated'))
  return [
    ...order(matters),
    ...matters.flatMap((folder) => [
      ...guideDefects(folder, shared),
      ...materialDefects(folder),
      ...factDefects(folder),
    ]),
    ...Object.keys(shared.forms)
      .filter((name) => !used.has(`${SHARED}/${name}`) && !(name === 'tolerance-promise' && promised))
      .map((name) => `${SHARED}/${name}.json: no material is filled in by it`),
  ]
}

/** 1, 2, 3 …: the numbers are those of the tender. What follows the first wrong one is wrong by it. */
const order = (matters: readonly MatterFolder[]): string[] =>
  matters
    .flatMap(({ slug, matter }, i) =>
      matter.number === i + 1 ? [] : [`${slug}/matter.json: number ${matter.number} where ${i + 1} is next`],
    )
    .slice(0, 1)

function guideDefects({ slug, guide, forms }: MatterFolder, shared: SharedFolder): string[] {
  const at = `${slug}/guide.json`
  const keys = [...guide.situations.map(({ key }) => key), ...guide.materials.map(({ key }) => key)]
  const conditions = [...guide.situations.map(({ showWhen }) => showWhen), ...guide.materials.map(({ when }) => when)]
  const isThere = (form: string): boolean =>
    form.startsWith(`${SHARED}/`) ? form.slice(SHARED.length + 1) in shared.forms : form in forms
  const named = guide.materials.flatMap(({ form }) => form ?? [])
  return [
    ...unknownAnswers(at, guide, conditions),
    ...(guide.cases ?? [])
      .filter((key) => !guide.situations.some((one) => one.key === key))
      .map((key) => `${at}: cases names ${key}, which is not asked`),
    ...guide.situations.flatMap(({ key, showWhen }, i) => laterQuestions(at, guide, key, showWhen, i)),
    ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${at}: ${key} is there twice`),
    ...named.filter((form) => !isThere(form)).map((form) => `${at}: there is no form ${form}`),
    ...Object.keys(forms)
      .filter((name) => !named.includes(name))
      .map((name) => `${slug}/${name}.json: no material is filled in by it`),
    ...(guide.materials[0]?.form === DECLARATION_FORM ? [] : [`${at}: the first material is the declaration form`]),
  ]
}

function unknownAnswers(
  at: string,
  { situations }: Pick<MatterFolder['guide'], 'situations'>,
  conditions: readonly (SituationCondition | undefined)[],
): string[] {
  return conditions
    .flatMap((condition) => (condition === undefined ? [] : answersIn(condition)))
    .filter(
      ([key, option]) => !situations.find((one) => one.key === key)?.options.some((other) => other.key === option),
    )
    .map(([key, option]) => `${at}: there is no situation ${key}.${option}`)
}

/** A question can only depend on an earlier one. */
function laterQuestions(
  at: string,
  { situations }: MatterFolder['guide'],
  key: string,
  condition: SituationCondition | undefined,
  place: number,
): string[] {
  const read = condition === undefined ? [] : answersIn(condition).map(([situation]) => situation)
  const later = situations.slice(place).filter((one) => read.includes(one.key))
  return later.map((one) => `${at}: ${key} depends on ${one.key}, which is not asked before it`)
}

/** matter.json says what a material stands on, guide.json how it is handed in: the same ones, in the same order. */
function materialDefects({ slug, matter, guide }: MatterFolder): string[] {
  const [known, wanted] = [matter.materials, guide.materials].map((rows) => rows.map(({ key }) => key))
  if (known?.join() !== wanted?.join()) {
    return [`${slug}: matter.json has the materials ${known?.join()}, guide.json ${wanted?.join()}`]
  }
  return guide.materials.flatMap(({ key, files }) =>
    files !== undefined && files.min > files.max ? [`${slug}/guide.json: ${key} wants more files than it takes`] : [],
  )
}

/** A fact of the law stands on a row of the legal basis; a limit on an option that there is. */
function factDefects({ slug, matter, guide }: MatterFolder): string[] {
  const at = `${slug}/matter.json`
  const rows = matter.legalBasis.map(({ law, article }) => law + article)
  const facts: readonly Pick<Fact, 'basis' | 'evidence'>[] = [
    ...matter.conditions,
    ...matter.tips,
    ...matter.results.flatMap(({ validity, ...result }) => [result, ...(validity ? [validity] : [])]),
  ]
  const strangers = facts.flatMap(({ basis, evidence }) =>
    basis === undefined || evidence === 'office' || rows.includes(basis) ? [] : [basis],
  )
  return [
    ...strangers.map((basis) => `${at}: no row of the legal basis is ${basis}`),
    ...matter.timeLimit.overrides.flatMap(({ when }) => {
      try {
        const [situation, option] = optionIn(when)
        return unknownAnswers(at, guide, [{ situation, in: [option] }])
      } catch (error) {
        return [`${at}: ${error instanceof Error ? error.message : ''}`]
      }
    }),
  ]
}
