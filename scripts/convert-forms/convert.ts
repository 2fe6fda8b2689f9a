import { commonFormFile, matterFormFile } from '../../cloudfunctions/forms/file-names'
import type {
  Field,
  FieldConstraints,
  FieldType,
  FormSchema,
  Logic,
  Section,
} from '../../miniprogram/shared/form/schema'
import { toNotes, toRequirements, toRules } from './checks'
import type { TypeOf } from './conditions'
import { toSection } from './fields'
import { PATTERN_NAMES } from './patterns'
import { fullWidth } from './punctuation'
import { filledBySituations } from './situations'
import type { Seed, SeedCheck, SeedForm, SeedMatter } from './seed'

const VERSION = '1.0'

/** What a form file names as its JSON Schema, for editors. */
export const FORM_SCHEMA_LINK = './form.schema.json'

/** Name of the file in cloudfunctions/forms → the form. */
export type FormFiles = Readonly<Record<string, FormSchema>>

/**
 * Converts the specification. Throws on anything it does not understand, so that nothing is lost silently.
 * @param slugs only these matters, and the forms that several share
 */
export function convertForms(seed: Seed, slugs: readonly string[] = seed.matters.map(({ slug }) => slug)): FormFiles {
  const files: Record<string, FormSchema> = {}
  for (const slug of slugs) {
    const matter = found(seed.matters, (m) => m.slug === slug, slug)
    const ids = found(seed.ids.matters, (m) => m.slug === slug, `${slug} in ids.json`)
    for (const form of matter.forms) {
      const converted = toForm(slug, form, ids.forms[form.id], checksOf(matter, form))
      const sections =
        form.primary === true ? filledBySituations(converted.sections, matter.situations) : converted.sections
      files[matterFormFile(slug, form.id)] = { ...converted, sections }
    }
  }
  for (const form of seed.commonForms) {
    files[commonFormFile(form.id)] = toForm(form.id, form, seed.ids.commonForms[form.id], [])
  }
  return files
}

/** A check belongs to the declaration form unless it names another. */
function checksOf(matter: SeedMatter, form: SeedForm): readonly SeedCheck[] {
  return matter.checks.filter(({ params }) =>
    params.form === undefined ? form.primary === true : params.form === form.id,
  )
}

function toForm(key: string, form: SeedForm, formId: string | undefined, checks: readonly SeedCheck[]): FormSchema {
  if (formId === undefined) throw new Error(`${key}: no provider id for form ${form.id}`)
  const types = new Map<string, FieldType>(
    form.sections.flatMap((section) => section.fields.map((field) => [field.id, field.type] as const)),
  )
  const typeOf: TypeOf = (id) => types.get(id)
  const requirements = toRequirements(checks)
  return {
    formId,
    version: VERSION,
    title: fullWidth(form.title),
    sections: form.sections.map((section) =>
      eachField(toSection(section, typeOf), (field) =>
        withRequirement(withoutDoubleBound(withoutKnownBounds(field, checks), checks), requirements.get(field.id)),
      ),
    ),
    rules: toRules(key, checks, form),
    notes: toNotes(checks),
  }
}

/**
 * The form or the first day of a cell that a check only knows of (evidence knowledge) is left to its rule: the cell would
 * block, the rule warns.
 */
function withoutKnownBounds(field: Field, checks: readonly SeedCheck[]): Field {
  const known = checks.filter(
    ({ params, evidence, when }) => params.table === field.id && evidence === 'knowledge' && when === undefined,
  )
  if (known.length === 0 || field.columns === undefined) return field
  const columns = field.columns.map((column): Field => {
    const { constraints } = column
    if (constraints === undefined) return column
    const ruled = (name: string, value: unknown): boolean =>
      known.some(({ kind, params }) => {
        if (params.column !== column.id) return false
        if (kind === 'table_pattern') return name === 'pattern' && PATTERN_NAMES[String(params.pattern)] === value
        return kind === 'table_each' && params.op === 'gte' && name === 'dateMin' && params.value === value
      })
    const entries = Object.entries(constraints)
    const rest = entries.filter(([name, value]) => !ruled(name, value))
    return rest.length === entries.length ? column : withConstraints(column, Object.fromEntries(rest))
  })
  return { ...field, columns }
}

const eachField = (section: Section, change: (field: Field) => Field): Section => ({
  ...section,
  fields: section.fields.map(change),
})

function withRequirement(field: Field, when: Logic | undefined): Field {
  if (when === undefined || field.required === true) return field
  if (when === true) return { ...field, required: true }
  const { requiredWhen } = field
  if (requiredWhen === undefined) return { ...field, requiredWhen: when }
  return JSON.stringify(requiredWhen) === JSON.stringify(when)
    ? field
    : { ...field, requiredWhen: { or: [requiredWhen, when] } }
}

/**
 * Where a check sets the same bound as the field itself, the field's goes and the rule stays: it explains more, and it may
 * only warn where the field would block.
 */
function withoutDoubleBound(field: Field, checks: readonly SeedCheck[]): Field {
  const { constraints } = field
  if (constraints === undefined) return field
  const ruled = (kind: string, param: string, names: string): boolean =>
    checks.some(({ kind: k, params }) => k === kind && params[param] !== undefined && params[names] === field.id)
  const firstDays = checks
    .filter(({ kind, params }) => kind === 'date_offset' && params.field === field.id && params.part === undefined)
    .map(({ params: { min_days: days } }) => (days === 0 ? 'today' : `today+${String(days)}d`))
  const sameMin = constraints.dateMin !== undefined && firstDays.includes(constraints.dateMin)
  if (sameMin || (constraints.dateMin !== undefined && ruled('date_offset', 'max_days', 'field'))) {
    const { dateMin: _ruled, ...rest } = constraints
    return withConstraints(field, rest)
  }
  if (constraints.max !== undefined && ruled('daterange_days_equals', 'max_days', 'days')) {
    const { max: _ruled, ...rest } = constraints
    return withConstraints(field, rest)
  }
  return field
}

function withConstraints({ constraints: _former, ...field }: Field, constraints: FieldConstraints): Field {
  return Object.keys(constraints).length === 0 ? field : { ...field, constraints }
}

function found<T>(items: readonly T[], test: (item: T) => boolean, name: string): T {
  const item = items.find(test)
  if (item === undefined) throw new Error(`not found: ${name}`)
  return item
}
