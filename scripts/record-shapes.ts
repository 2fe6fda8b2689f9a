/**
 * `tsx scripts/record-shapes.ts rows` writes the rows' shapes of versions that are not recorded yet (test/contract/rows.json).
 * `tsx scripts/record-shapes.ts release` does that, and writes what pages and functions say to each other as that of the
 * last release (test/contract/last-release.json): once for each release, when it is uploaded.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ROOT } from './build/paths'
import { contractShapes } from './shapes/contract-shapes'
import { LAST_RELEASE, type RecordedRows, ROWS } from './shapes/recorded'
import { rowShapes } from './shapes/row-shapes'

async function write(path: string, value: unknown): Promise<void> {
  const options = await resolveConfig(path)
  writeFileSync(path, await format(JSON.stringify(value), { ...options, filepath: path }))
  console.log(`${relative(ROOT, path)} written`)
}

/** A recorded version stays as it is: such rows are stored. */
function withTodaysRows(recorded: RecordedRows): RecordedRows {
  const today = Object.entries(rowShapes(ROOT)).map(([collection, { version, row }]) => {
    const known = recorded[collection] ?? {}
    return [collection, { ...known, [version]: known[version] ?? row }] as const
  })
  return { ...recorded, ...Object.fromEntries(today) }
}

async function main(): Promise<void> {
  const [what] = process.argv.slice(2)
  if (what !== 'rows' && what !== 'release') throw new Error('tsx scripts/record-shapes.ts rows | release')
  const recorded = existsSync(ROWS) ? (JSON.parse(readFileSync(ROWS, 'utf8')) as RecordedRows) : {}
  await write(ROWS, withTodaysRows(recorded))
  if (what === 'release') await write(LAST_RELEASE, contractShapes(ROOT))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
