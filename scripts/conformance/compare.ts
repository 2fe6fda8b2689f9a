import { type Contract } from './contract'
import { rowsOf, runConformance } from './run'
import { type Target } from './target'

/** Path of a member → the kinds of values that were seen there. `rows[].itemId` → string. */
type Shape = ReadonlyMap<string, ReadonlySet<string>>

/** null, "" and missing mean the same (contract chapter 2), so none of them is a shape. */
function collect(value: unknown, path: string, into: Map<string, Set<string>>): void {
  if (value === null || value === undefined || value === '') return
  const kind = Array.isArray(value) ? 'list' : typeof value
  into.set(path, (into.get(path) ?? new Set()).add(kind))
  if (Array.isArray(value)) for (const item of value as readonly unknown[]) collect(item, `${path}[]`, into)
  else if (typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) collect(part, path === '' ? key : `${path}.${key}`, into)
  }
}

function shapeOf(value: unknown): Shape {
  const shape = new Map<string, Set<string>>()
  collect(value, '', shape)
  return shape
}

const kindsAt = (shape: Shape, path: string): string => [...(shape.get(path) ?? ['absent'])].sort().join(' or ')

/** Where two answers of one function differ: `rows[].promisedDays: number | string`. */
export function differences(a: unknown, b: unknown): readonly string[] {
  const [left, right] = [shapeOf(a), shapeOf(b)]
  return [...new Set([...left.keys(), ...right.keys()])]
    .sort()
    .filter((path) => kindsAt(left, path) !== kindsAt(right, path))
    .map((path) => `${path || '(data)'}: ${kindsAt(left, path)} | ${kindsAt(right, path)}`)
}

/** Asks the read-only functions of both addresses; lists where their answers have different shapes. */
export async function compareAddresses(contract: Contract, a: Target, b: Target): Promise<string> {
  const rows = rowsOf(contract).filter((row) => !row.writes)
  // One after the other: both may be the same provider, with one limit for one user.
  const [left, right] = [await runConformance(contract, a, rows), await runConformance(contract, b, rows)]
  const lines = [`A ${a.url}`, `B ${b.url}`]
  let alike = 0
  let different = 0
  let unanswered = 0
  for (const { no } of [...rows].sort((x, y) => x.no - y.no)) {
    // A login holds tokens and a person: only what is asked with it is compared.
    if (no === 17 || (no !== 2 && no !== 32 && !left.answers.has(no) && !right.answers.has(no))) continue
    if (!left.answers.has(no) || !right.answers.has(no)) {
      if (no === 2 || no === 32) continue
      unanswered += 1
      lines.push(`#${no} ${contract.get(no)?.operationId}: no answer of ${left.answers.has(no) ? 'B' : 'A'}`)
      continue
    }
    const found = differences(left.answers.get(no), right.answers.get(no))
    if (found.length === 0) alike += 1
    else different += 1
    lines.push(...found.map((line) => `#${no} ${contract.get(no)?.operationId} ${line}`))
  }
  return [...lines, `${alike} alike, ${different} different${unanswered > 0 ? `, ${unanswered} unanswered` : ''}`].join(
    '\n',
  )
}
