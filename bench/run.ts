import { auditCost } from './audit-cost'
import { coldStart } from './cold-start'
import { fileChecking } from './file-checking'
import { formSize } from './form-size'
import { formValidation } from './form-validation'
import type { Figure } from './measure'
import { matterSearch } from './matter-search'
import { packageSize } from './package-size'
import { pageCalls } from './page-calls'
import { parallelReads } from './parallel-reads'
import { tableReading } from './table-reading'
import { writeReadmes } from './readme'
import { record } from './readme/records'
import { submits } from './submits'
import { transferMemory } from './transfer-memory'
import { upstreamConnections } from './upstream-connections'

const BENCHES: readonly (() => Promise<Figure[]>)[] = [
  pageCalls,
  parallelReads,
  auditCost,
  upstreamConnections,
  coldStart,
  formValidation,
  matterSearch,
  tableReading,
  fileChecking,
  transferMemory,
  packageSize,
  formSize,
]

/** Minutes long: they run only when they are named. */
const LONG_BENCHES: readonly (() => Promise<Figure[]>)[] = [submits]

/**
 * `npm run bench [-- name …]`: measures the promised figures side by side in one run; exits 1 when one does not hold.
 * `--record` keeps them in figures.json and writes them into both READMEs.
 */
async function main(): Promise<void> {
  const records = process.argv.includes('--record')
  const wanted = process.argv.slice(2).filter((word) => word !== '--record')
  let failed = 0
  const chosen = wanted.length === 0 ? BENCHES : [...BENCHES, ...LONG_BENCHES].filter((b) => wanted.includes(b.name))
  for (const bench of chosen) {
    const figures = await bench()
    if (records) record(figures)
    for (const figure of figures) {
      if (!figure.holds) failed += 1
      console.log(
        `${figure.holds ? 'holds' : 'FAILS'}  ${figure.name}: ${figure.measured}  (promised ${figure.promise})`,
      )
    }
  }
  if (records) await writeReadmes()
  process.exit(failed ? 1 : 0)
}

void main()
