import { resolveBound } from './days'
import { kindOf, FIELD_TYPES } from './fields/index'
import { fieldsOf } from './fields-of'
import { lintDocuments } from './lint-documents'
import { lintLogic, type Scope, type Vocabulary } from './lint-logic'
import { lintRule } from './lint-rule'
import { shapeOfField } from './lint-types'
import { pathsOf } from './logic'
import { isPatternName } from './patterns'
import type { Field, FormSchema, Logic, Option } from './schema'

export type { Vocabulary } from './lint-logic'

/** A mistake in a form file: where (`rules.c2.holds`, `fields.exam_date.showWhen`) and what. */
export interface FormDefect {
  readonly at: string
  readonly message: string
}

/**
 * Everything that is wrong with a form file itself; run when forms are built, so that no citizen meets it. Ids are
 * unique, references resolve, types fit, operators are allowed, conditions do not depend on each other in a circle, and
 * what is only common knowledge blocks nobody.
 */
export function lintForm(schema: FormSchema, vocabulary: Vocabulary = {}): FormDefect[] {
  const defects: FormDefect[] = []
  const report = (at: string, message: string): void => void defects.push({ at, message })
  const fields = fieldsOf(schema)
  const scope: Scope = { fields, vocabulary }
  const logic = (at: string, expression: Logic | undefined): void => {
    if (expression !== undefined) lintLogic(expression, scope, (message) => report(at, message))
  }

  lintUnique('sections', schema.sections, report)
  lintUnique('fields', fields, report)
  lintUnique('rules', schema.rules, report)
  for (const section of schema.sections) {
    logic(`sections.${section.id}.showWhen`, section.showWhen)
    if (section.fields.length === 0) report(`sections.${section.id}`, 'has no fields')
  }
  for (const field of fields) {
    const at = `fields.${field.id}`
    logic(`${at}.showWhen`, field.showWhen)
    logic(`${at}.requiredWhen`, field.requiredWhen)
    lintField(at, field, report)
  }
  lintDocuments('fields', fields, report)
  lintCircles(schema, report)
  for (const rule of schema.rules) lintRule(rule, scope, report)
  schema.notes.forEach(({ when }, i) => logic(`notes.${i}.when`, when))
  return defects
}

type Report = (at: string, message: string) => void

function lintUnique(at: string, items: readonly { readonly id: string }[], report: Report): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) report(`${at}.${id}`, 'the id is not unique')
    if (!/^[a-z][a-z0-9_]*$/i.test(id)) report(`${at}.${id}`, 'an id is letters, digits and _')
    seen.add(id)
  }
}

function lintField(at: string, field: Field, report: Report): void {
  if (!FIELD_TYPES.includes(field.type)) return report(at, `there is no field type ${field.type}`)
  const { needs } = kindOf(field.type)
  if (needs === 'options' && (field.options ?? []).length === 0) report(at, 'a choice needs options')
  lintOptions(`${at}.options`, field.options ?? [], report)
  if (needs === 'columns') lintColumns(at, field.columns ?? [], report)
  else if (field.columns) report(at, 'only a table has columns')
  lintConstraints(`${at}.constraints`, field, report)
  lintDefault(at, field, report)
}

/** Options are values, not names: 男 is one, too. */
function lintOptions(at: string, options: readonly Option[], report: Report): void {
  const values = options.map(({ value }) => value)
  for (const value of new Set(values)) {
    if (values.filter((other) => other === value).length > 1) report(`${at}.${value}`, 'the id is not unique')
  }
}

function lintColumns(at: string, columns: readonly Field[], report: Report): void {
  if (columns.length === 0) report(at, 'a table needs columns')
  lintUnique(`${at}.columns`, columns, report)
  for (const column of columns) {
    const here = `${at}.columns.${column.id}`
    if (FIELD_TYPES.includes(column.type) && kindOf(column.type).cell === null) {
      report(here, `a column cannot be a ${column.type}`)
    }
    if (column.showWhen !== undefined || column.requiredWhen !== undefined) report(here, 'a column has no conditions')
    lintField(here, column, report)
  }
}

function lintConstraints(at: string, field: Field, report: Report): void {
  const { type, constraints = {} } = field
  const { limits } = kindOf(type)
  for (const name of Object.keys(constraints)) {
    if (!limits.some((limit) => limit === name)) report(at, `a ${type} has no ${name}`)
  }
  const { pattern } = constraints
  if (pattern !== undefined && !isPatternName(pattern)) report(at, `there is no pattern ${pattern}`)
  for (const bound of [constraints.dateMin, constraints.dateMax]) {
    if (bound !== undefined && resolveBound(bound, '2026-01-31') === null) report(at, `${bound} is no day`)
  }
  const ordered = (low: number | undefined, high: number | undefined, name: string): void => {
    if (low !== undefined && high !== undefined && low > high) report(at, `${name}: the least is above the most`)
  }
  ordered(constraints.minLength, constraints.maxLength, 'length')
  ordered(constraints.min, constraints.max, 'value')
  ordered(constraints.minSelect, constraints.maxSelect, 'choices')
  ordered(constraints.minRows, constraints.maxRows, 'rows')
}

function lintDefault(at: string, field: Field, report: Report): void {
  if (field.default === undefined) return
  const shape = shapeOfField(field)
  const value = shape.kind === 'day' && field.default === 'today' ? '2026-01-31' : field.default
  const normalized = kindOf(field.type).normalize(value, field)
  if (!normalized.ok) return report(at, 'the default does not fit the type')
  const chosen = typeof normalized.value === 'string' ? normalized.value : ''
  if (shape.kind === 'choice' && !shape.options.includes(chosen)) report(at, 'the default is no option')
}

/** A field that is shown depending on itself, however far around, could flicker for ever. */
function lintCircles(schema: FormSchema, report: Report): void {
  const needs = new Map<string, string[]>()
  for (const section of schema.sections) {
    for (const field of section.fields) {
      const paths = [section.showWhen, field.showWhen].flatMap((logic) => (logic === undefined ? [] : pathsOf(logic)))
      const ids = paths.filter((path) => path.startsWith('form.')).map((path) => path.split('.')[1] ?? '')
      needs.set(field.id, ids)
    }
  }
  for (const start of needs.keys()) {
    const reached = new Set<string>()
    const queue = [...(needs.get(start) ?? [])]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (reached.has(id)) continue
      reached.add(id)
      queue.push(...(needs.get(id) ?? []))
    }
    if (reached.has(start)) report(`fields.${start}.showWhen`, 'depends on itself')
  }
}
