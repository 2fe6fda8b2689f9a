import { coldStart } from './cold-start'
import type { Figure } from './measure'
import { packageSize } from './package-size'
import { pageCalls } from './page-calls'
import { parallelReads } from './parallel-reads'
import { upstreamConnections } from './upstream-connections'

const BENCHES: readonly (() => Promise<Figure[]>)[] = [
  pageCalls,
  parallelReads,
  upstreamConnections,
  coldStart,
  packageSize,
]

/** `npm run bench [-- name …]`: measures the promised figures side by side in one run; exits 1 when one does not hold. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  let failed = 0
  for (const bench of BENCHES.filter((b) => wanted.length === 0 || wanted.includes(b.name))) {
    for (const figure of await bench()) {
      if (!figure.holds) failed += 1
      console.log(
        `${figure.holds ? 'holds' : 'FAILS'}  ${figure.name}: ${figure.measured}  (promised ${figure.promise})`,
      )
    }
  }
  process.exit(failed ? 1 : 0)
}

void main()
