import { generate } from './write-or-check'
import { matterDefects } from './matters/defects'
import { OTHER_WRITINGS_FILE, otherWritingsTable } from './matters/other-writings'
import { PINYIN_FILE, pinyinTable } from './matters/pinyin'
import { matterTable, TABLE_FILE } from './matters/table'

/**
 * `tsx scripts/matters.ts` writes what is made of the folders in cloudfunctions/matters: their table, how their names are
 * read, and how their characters are written otherwise; `--check` says what is wrong with the folders, and whether that is
 * theirs.
 */
generate('matters.ts', () => {
  const defects = process.argv.includes('--check') ? matterDefects() : []
  // A folder that is not sound may have no place in the table.
  if (defects.length > 0) throw new Error(defects.join('\n'))
  return {
    [`cloudfunctions/matters/${TABLE_FILE}`]: matterTable(),
    [`cloudfunctions/matters/${PINYIN_FILE}`]: pinyinTable(),
    [OTHER_WRITINGS_FILE]: otherWritingsTable(),
  }
})
