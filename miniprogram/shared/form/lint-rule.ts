import { hasRows } from './fields/index'
import { lintLogic, type Scope } from './lint-logic'
import { isList, walk } from './logic'
import type { Logic, Rule } from './schema'

type Report = (at: string, message: string) => void

/** A rule's expressions, the names that it reads, marks and mentions, and whom it may block. */
export function lintRule(rule: Rule, forForm: Scope, report: Report): void {
  const at = `rules.${rule.id}`
  const table = forForm.fields.find((field) => field.id === rule.each)
  if (rule.each !== undefined && !(table && hasRows(table))) report(`${at}.each`, `there is no table ${rule.each}`)
  const scope: Scope = table?.columns ? { ...forForm, each: table.columns } : forForm
  const logic = (part: 'when' | 'holds', expression: Logic | undefined): void => {
    if (expression !== undefined) lintLogic(expression, scope, (message) => report(`${at}.${part}`, message))
  }
  logic('when', rule.when)
  logic('holds', rule.holds)
  const { materials } = scope.vocabulary
  for (const path of rule.reads) if (!isKnown(path, scope)) report(`${at}.reads`, `there is no field ${path}`)
  for (const path of rule.marks) {
    const material = path.startsWith('attachments.') ? path.slice('attachments.'.length) : null
    if (material === null && !isKnown(path, scope)) report(`${at}.marks`, `there is no field ${path}`)
    if (material !== null && materials?.includes(material) === false) {
      report(`${at}.marks`, `there is no material ${material}`)
    }
  }
  for (const name of comparedIn(rule.holds)) {
    if (!rule.reads.includes(name)) report(`${at}.reads`, `holds reads ${name}: name it in reads`)
  }
  lintMessage(at, rule, scope, report)
  if (rule.evidence === 'knowledge' && rule.outcome.kind === 'problem' && rule.outcome.severity === 'error') {
    report(at, 'what is only common knowledge may warn, but not block')
  }
}

function isKnown(path: string, { fields, each = [] }: Scope): boolean {
  const [root, column] = path.split('.')
  if (root === 'row') return each.some((candidate) => candidate.id === column)
  return fields.some((candidate) => candidate.id === path)
}

/** Operators that take an empty value for what it is; every other one must wait until there is a value. */
const TAKE_EMPTY: ReadonlySet<string> = new Set(['filled', 'count', 'some'])

/** The fields and cells, as `reads` names them, that an expression compares. */
function comparedIn(logic: Logic): string[] {
  const names: string[] = []
  const spared = new Set<Logic>()
  walk(logic, (operator, args, inRow) => {
    const [first] = args
    if (TAKE_EMPTY.has(operator) && first !== undefined) spared.add(first)
    if (operator === 'occurrences' && args[1] !== undefined) spared.add(args[1])
    // Single amounts that are left empty add nothing; a table that is empty has no column to add.
    if (operator === 'sum' && first !== undefined && isList(first)) first.forEach((amount) => spared.add(amount))
    if (operator !== 'var' || inRow || typeof first !== 'string') return
    const [root, id = ''] = first.split('.')
    if (root === 'form' && !isSpared(first, spared)) names.push(id)
    if (root === 'row' && !isSpared(first, spared)) names.push(`row.${id}`)
  })
  return names
}

function isSpared(path: string, spared: ReadonlySet<Logic>): boolean {
  return [...spared].some((logic) => JSON.stringify(logic) === JSON.stringify({ var: path }))
}

function lintMessage(at: string, { message }: Rule, { vocabulary }: Scope, report: Report): void {
  if (message.trim() === '') report(at, 'a rule needs a message')
  for (const [, name = ''] of message.matchAll(/\{(\w*)%?\}/g)) {
    const value = vocabulary.parameters?.[name]
    if (vocabulary.parameters && typeof value !== 'number' && typeof value !== 'string') {
      report(`${at}.message`, `there is no parameter ${name} to be named`)
    }
  }
}
