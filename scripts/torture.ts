import { parseArgs } from 'node:util'
import { PARTS } from '../test/torture/parts'
import { reportOf } from '../test/torture/report'
import { commitOfCode, readResults } from '../test/torture/results'
import { runPart } from '../test/torture/run'

const MINUTE = 60_000

/**
 * `npm run torture -- [part …] [--seed N] [--count N] [--minutes 25]`: goes on with the parts where they stopped, and ends
 * within the minutes. `-- report` sums all that ran. Both end with `N passed, N failed`; exits 1 when a figure does not hold.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '20261201' },
      count: { type: 'string' },
      minutes: { type: 'string', default: '25' },
    },
  })
  const unknown = positionals.filter((word) => word !== 'report' && !PARTS.some(({ name }) => name === word))
  if (unknown.length > 0)
    throw new Error(`no part ${unknown.join(', ')}; there are ${PARTS.map((p) => p.name).join(', ')}`)
  const chosen = PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const until = Date.now() + Number(values.minutes) * MINUTE
  const log = (line: string): void => console.error(line)
  const count = values.count === undefined ? {} : { count: Number(values.count) }
  for (const part of chosen) await runPart(part, { seed: Number(values.seed), ...count, until, log })
  const { lines, failed } = reportOf(positionals.includes('report') ? PARTS : chosen, readResults(), commitOfCode())
  for (const line of lines) console.log(line)
  process.exit(failed === 0 ? 0 : 1)
}

main().catch((error: unknown) => {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
