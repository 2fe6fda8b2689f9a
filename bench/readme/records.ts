import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/build/paths'
import type { Figure } from '../measure'
import type { RowId } from './rows'

/** What one run measured; written by `npm run bench -- --record` alone. */
interface Recorded {
  readonly values: Readonly<{ [name: string]: string }>
  readonly holds: boolean
  /** Day of the run, UTC. */
  readonly date: string
  /** Node's version, e.g. `20.20.2`. */
  readonly node: string
}

export type Records = Readonly<Partial<{ [id in RowId]: Recorded }>>

const FILE = join(ROOT, 'bench', 'figures.json')

export const readRecords = (): Records => JSON.parse(readFileSync(FILE, 'utf8')) as Records

/** Puts the figures of a run in the place of older ones; those that were not measured stay with their own day. */
export function record(figures: readonly Figure[]): void {
  const [date = '', node] = [new Date().toISOString().split('T')[0], process.versions.node]
  const measured = figures.flatMap(({ record: found, holds }) =>
    found ? [[found.id, { values: found.values, holds, date, node }] as const] : [],
  )
  writeFileSync(FILE, `${JSON.stringify({ ...readRecords(), ...Object.fromEntries(measured) }, null, 2)}\n`)
}
