import type { Logic } from '../../../miniprogram/shared/form/schema'
import { PATTERN_NAMES } from '../patterns'
import type { SeedField } from '../seed'
import { anyOf, compare, fieldVar, type Kind, opposite, type Reader, rowVar, TODAY } from './core'
import { atLeastShare } from './fields'

const cell = (column: string): Logic => ({ var: column })

/** `today+3d`: three days from now. */
function bound(value: unknown): Logic | undefined {
  if (value === 'today') return TODAY
  const match = typeof value === 'string' ? /^today([+-]\d+[dmy])$/.exec(value) : null
  return match?.[1] === undefined ? undefined : { shift: [TODAY, match[1]] }
}

function derived(read: Reader, value: Logic): Logic {
  if (!read.has('derive')) return value
  if (read.text('derive') !== 'age' && read.text('derive') !== 'age_years') {
    throw new Error(`cannot derive ${read.text('derive')}`)
  }
  return { age: [value] }
}

function filter(read: Reader, table: Logic): Logic {
  if (!read.has('filter')) return table
  const { column, op, value } = read.raw('filter') as { column: string; op: string; value: number }
  return { filter: [table, compare(op, cell(column), value)] }
}

/** A table that must be filled says so itself; only one that may be empty is counted while it is. */
const asksForRows = (field: SeedField): boolean => field.required === true || field.required_when !== undefined

const countOf = (table: string): Logic => ({ count: [fieldVar(table)] })

/** Checks over the rows of a table. */
export const TABLE_KINDS: Readonly<Record<string, Kind>> = {
  table_each: (read) => {
    const [each, column] = [read.text('table'), read.text('column')]
    const other = read.has('compare') ? read.text('compare') : undefined
    const right = other === undefined ? (bound(read.raw('value')) ?? valueOf(read)) : rowVar(other)
    return {
      each,
      holds: compare(read.text('op'), derived(read, rowVar(column)), right),
      reads: [column, ...(other === undefined ? [] : [other])].map((id) => `row.${id}`),
      marks: [`row.${column}`],
    }
  },
  table_max: (read) => {
    const [each, column, field] = [read.text('table'), read.text('column'), read.text('field')]
    const holds = compare(read.text('op'), rowVar(column), fieldVar(field))
    return { each, holds, reads: [`row.${column}`, field], marks: [`row.${column}`] }
  },
  table_pattern: (read) => {
    const [each, column] = [read.text('table'), read.text('column')]
    const name = PATTERN_NAMES[read.text('pattern')]
    if (name === undefined) throw new Error(`no named pattern for ${read.text('pattern')}: add one to patterns.ts`)
    const holds: Logic = { matches: [rowVar(column), name] }
    return { each, holds, reads: [`row.${column}`], marks: [`row.${column}`] }
  },
  table_unique: (read) => {
    const [each, column] = [read.text('table'), read.text('column')]
    const holds: Logic = { '===': [{ occurrences: [rowVar(column), fieldVar(each), column] }, 1] }
    return { each, holds, reads: [`row.${column}`], marks: [`row.${column}`] }
  },
  table_required_if: (read) => {
    const [each, column] = [read.text('table'), read.text('column')]
    // A yes/no cell that must be filled must say yes: 是否安装 is asked for the sake of 安装.
    const yes = read.column(each, column).type === 'boolean'
    const filled: Logic = { filled: [rowVar(column)] }
    const holds: Logic = yes ? { and: [filled, { '===': [rowVar(column), '1'] }] } : filled
    const marks = [`row.${column}`]
    if (!read.has('unless_all')) {
      const by = read.text('if_column')
      const when = compare(read.text('op'), rowVar(by), read.number('value'))
      return { each, when, holds, reads: [`row.${by}`], marks }
    }
    const rest = read.raw('unless_all') as { table: string; column: string; op: string; value: number }
    // Only a row that says so asks for it: a cell that is still empty says nothing yet.
    const asks = compare(opposite(rest.op), cell(rest.column), rest.value)
    const when: Logic = { some: [fieldVar(rest.table), asks] }
    return { each, when, holds, reads: [], marks }
  },
  table_any_block: (read) => {
    const [each, column] = [read.text('table'), read.text('column')]
    const acts = read.text('act').split('|')
    const holds = anyOf([{ '!==': [rowVar(column), read.operand('value')] }, { '!': [{ in: [rowVar('act'), acts] }] }])
    return { each, holds, reads: [`row.${column}`, 'row.act'], marks: ['row.act'] }
  },
  table_all: (read) => {
    const [table, column] = [read.text('table'), read.text('column')]
    const holds: Logic = { all: [fieldVar(table), compare(read.text('op'), cell(column), read.number('value'))] }
    const outcome = { kind: 'effect', effect: 'redirect', value: notRequired(read.text('effect')) } as const
    return { holds, reads: [table], marks: [table], outcome }
  },
  table_count: (read) => {
    const tables = read.has('tables') ? read.texts('tables') : [read.text('table')]
    const holds = anyOf(tables.map((table) => compare(read.text('op'), countOf(table), read.number('value'))))
    return { holds, reads: tables.filter((table) => asksForRows(read.field(table))), marks: tables }
  },
  table_count_equals: (read) => {
    const [table, field] = [read.text('table'), read.text('field')]
    return { holds: { '===': [countOf(table), fieldVar(field)] }, reads: [field], marks: [table, field] }
  },
  table_count_equals_sum: (read) => {
    const [table, fields] = [read.text('table'), read.texts('fields')]
    const holds: Logic = { '===': [countOf(table), { sum: [fields.map(fieldVar)] }] }
    return { holds, reads: fields, marks: [table, ...fields] }
  },
  table_sum: (read) => {
    const [table, column] = [read.text('table'), read.text('column')]
    const field = read.has('field') ? read.text('field') : undefined
    const right = field === undefined ? read.number('value') : fieldVar(field)
    const tolerance = read.has('tolerance') ? read.number('tolerance') : 0
    const holds = compare(read.text('op'), { sum: [filter(read, fieldVar(table)), column] }, right, tolerance)
    const fields = field === undefined ? [] : [field]
    return { holds, reads: [table, ...fields], marks: [...fields, table] }
  },
  table_avg: (read) => {
    const [table, column] = [read.text('table'), read.text('column')]
    const holds = compare(read.text('op'), { avg: [fieldVar(table), column] }, read.number('value'))
    return { holds, reads: [table], marks: [table] }
  },
  board_ratio: (read) => {
    const [table, column] = [read.text('table'), read.text('column')]
    const able: Logic = { count: [{ filter: [fieldVar(table), { '>=': [cell(column), read.number('threshold')] }] }] }
    return { holds: atLeastShare(able, countOf(table), read.number('min_ratio')), reads: [table], marks: [table] }
  },
  required_together: (read) => {
    const [table, column, fields] = [read.text('table'), read.text('column'), read.texts('fields')]
    const when: Logic = { some: [fieldVar(table), { '>=': [cell(column), read.number('threshold')] }] }
    const holds: Logic = { and: fields.map((id): Logic => ({ filled: [fieldVar(id)] })) }
    return { when, holds, reads: [table], marks: fields }
  },
}

function valueOf(read: Reader): Logic {
  return typeof read.raw('value') === 'number' ? read.number('value') : read.operand('value')
}

function notRequired(effect: string): string {
  if (effect !== 'redirect_not_required') throw new Error(`unknown effect: ${effect}`)
  return 'not-required'
}
