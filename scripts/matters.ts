import { generate } from './write-or-check'
import { matterDefects } from './matters/defects'
import { matterTable, TABLE_FILE } from './matters/table'

/**
 * `tsx scripts/matters.ts` writes the table of the folders in cloudfunctions/matters; `--check` says what is wrong with
 * the folders, and whether the table is theirs.
 */
generate('matters.ts', () => {
  const defects = process.argv.includes('--check') ? matterDefects() : []
  // A folder that is not sound may have no place in the table.
  if (defects.length > 0) throw new Error(defects.join('\n'))
  return { [`cloudfunctions/matters/${TABLE_FILE}`]: matterTable() }
})
