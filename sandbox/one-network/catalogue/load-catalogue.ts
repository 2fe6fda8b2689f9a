import { readFileSync } from 'node:fs'
import { commonFormsFile, idsFile, mattersFile } from '../paths'
import { describe } from './situation-condition'
import type { Catalogue, Item, Material, Situation } from './item'
import { promiseForm } from './promise-form'
import type { IdTable, MatterIds, SeedForm, SeedMatter, SeedSituation, SituationCondition } from './seed-types'

/** Contract chapter 11: no single file is larger than this, whatever a matter says. */
const MAX_FILE_BYTES = 10_485_760

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`ids.json and the matters disagree: ${what}`)
  return value
}

/** Option ids of a show condition; the contract can only say "any of these options". */
function toDependOptionIds(
  condition: SituationCondition | undefined,
  ids: MatterIds,
  where: string,
): readonly string[] {
  if (condition === undefined) return []
  if (!('situation' in condition))
    throw new Error(`${where}: a question may depend on the options of one question only`)
  const { options } = need(ids.situations[condition.situation], `${where}.${condition.situation}`)
  return condition.in.map((value) => need(options[value], `${where}.${condition.situation}.${value}`))
}

/** Options that a check of kind block_if or redirect_if names, with its message. */
function blockTip(matter: SeedMatter, situation: string, value: string): string {
  const check = matter.checks.find(
    ({ kind, params }) =>
      (kind === 'block_if' || kind === 'redirect_if') &&
      params?.situation === situation &&
      params.values?.includes(value),
  )
  return check?.message ?? ''
}

function toSituation(matter: SeedMatter, ids: MatterIds, seed: SeedSituation): Situation {
  const where = `${matter.slug}.${seed.id}`
  const row = need(ids.situations[seed.id], where)
  return {
    situationId: row.situationId,
    key: seed.id,
    question: seed.question,
    multiple: seed.type === 'multi',
    required: seed.required,
    showWhen: seed.show_when ?? null,
    dependOptionIds: toDependOptionIds(seed.show_when, ids, where),
    options: seed.options.map(({ value, label }) => ({
      optionId: need(row.options[value], `${where}.${value}`),
      value,
      label,
      blockTip: blockTip(matter, seed.id, value),
    })),
  }
}

function toMaterials(matter: SeedMatter, ids: MatterIds, commonForms: IdTable['commonForms']): readonly Material[] {
  const labelOf = (situation: string, value: string) =>
    matter.situations.find(({ id }) => id === situation)?.options.find((option) => option.value === value)?.label ??
    value
  return [...matter.materials, ...promiseForm(matter)].map((seed) => {
    const where = `${matter.slug}.${seed.id}`
    const formId = seed.form_ref === null ? '' : need(commonForms[seed.form_ref] ?? ids.forms[seed.form_ref], where)
    return {
      materialId: need(ids.materials[seed.id], where),
      key: seed.id,
      seed,
      formId,
      situationText: seed.applies_when === null ? '' : describe(seed.applies_when, labelOf),
      maxSizeBytes: Math.min(MAX_FILE_BYTES, (seed.max_mb ?? 10) * 1_048_576),
    }
  })
}

function toItem(matter: SeedMatter, ids: MatterIds, commonForms: IdTable['commonForms']): Item {
  const isPerson = (type: string) => type === 'individual'
  return {
    itemId: ids.itemId,
    seed: matter,
    subjectTypes: [
      ...(matter.applicant_types.some(isPerson) ? (['person'] as const) : []),
      ...(matter.applicant_types.some((type) => !isPerson(type)) ? (['enterprise'] as const) : []),
    ],
    situations: matter.situations.map((situation) => toSituation(matter, ids, situation)),
    materials: toMaterials(matter, ids, commonForms),
  }
}

/**
 * Derives the provider's catalogue of 22 matters from the specification. Throws when an id is missing.
 * @param withoutSituations ids of matters that have no situations, whatever the specification says
 */
export function loadCatalogue(withoutSituations: readonly string[] = []): Catalogue {
  const matters = readJson(mattersFile) as readonly SeedMatter[]
  const commonForms = readJson(commonFormsFile) as readonly SeedForm[]
  const table = readJson(idsFile) as IdTable
  const idsBySlug = new Map(table.matters.map((row) => [row.slug, row] as const))
  const items = matters
    .map((matter) => toItem(matter, need(idsBySlug.get(matter.slug), matter.slug), table.commonForms))
    .map((item) => (withoutSituations.includes(item.itemId) ? { ...item, situations: [] } : item))
  const ownForms = matters.flatMap((matter) =>
    matter.forms.map(
      (form) => [need(idsBySlug.get(matter.slug)?.forms[form.id], `${matter.slug}.${form.id}`), form] as const,
    ),
  )
  const sharedForms = commonForms.map((form) => [need(table.commonForms[form.id], form.id), form] as const)
  return {
    items,
    itemById: new Map(items.map((item) => [item.itemId, item])),
    materialById: new Map(
      items.flatMap((item) => item.materials.map((material) => [material.materialId, { item, material }] as const)),
    ),
    formById: new Map([...ownForms, ...sharedForms]),
  }
}
