import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { matterDefects } from './matters/defects'
import { MATTERS_FOLDER } from './matters/folders'
import { matterTable, TABLE_FILE } from './matters/table'

/**
 * `tsx scripts/matters.ts` writes the table of the folders in cloudfunctions/matters; `--check` says what is wrong with
 * the folders, and whether the table is theirs.
 */
function main(args: readonly string[]): void {
  const path = join(MATTERS_FOLDER, TABLE_FILE)
  if (!args.includes('--check')) return writeFileSync(path, matterTable())
  const defects = matterDefects()
  const current = existsSync(path) ? readFileSync(path, 'utf8') : ''
  // A folder that is not sound may have no place in the table.
  const isStale = defects.length === 0 && current !== matterTable()
  const stale = isStale ? [`cloudfunctions/matters/${TABLE_FILE} is out of date: run tsx scripts/matters.ts`] : []
  if (defects.length + stale.length > 0) throw new Error([...defects, ...stale].join('\n'))
}

if (require.main === module) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
