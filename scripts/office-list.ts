import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toBeijingDate } from '../miniprogram/shared/domain/time'
import { ROOT } from './build/paths'
import { officeSheets } from './office-list/lines'
import { pageOf } from './office-list/page'
import { readBack } from './office-list/read-back'
import { readWorkbook, workbookOf } from './office-list/workbook'
import { run } from './run'

/** Asked for before anything else: with these most of the rest answers itself. */
const FIRST = [
  '请先提供：本事项现行的实施规范（办事指南）、各种申请类别的空白表、受理和审查规程。',
  '再请说明：下列依据在括号里的文本日期之后有没有修订。然后从“会拦住申请人的”看起。',
  '每一条填“同意”，或者在“改为”写上正确的内容，并填依据、签名和日期（2026-12-01 的样子）。',
]

/**
 * `npm run office-list [-- --out FOLDER]` writes a workbook and a page to print for each matter, in a folder for each
 * department; `-- --read FILE.xlsx …` takes the answers into the files of the matters, and says what it did. Exits 1 when a
 * line was refused.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, read: { type: 'string', multiple: true } },
  })
  if (values.read === undefined) return writeLists(values.out ?? join(ROOT, '.data', 'office-list'))
  for (const fileName of values.read) {
    const { changed, refused } = readBack(await readWorkbook(fileName), toBeijingDate(Date.now()))
    console.log(
      [`${fileName}：改动 ${changed.length} 条，拒绝 ${refused.length} 条`, ...changed, ...refused].join('\n'),
    )
    if (refused.length > 0) process.exitCode = 1
  }
  console.log('请接着运行 npx tsx scripts/matters-doc.ts 和 npm run check')
}

async function writeLists(folder: string): Promise<void> {
  for (const sheet of officeSheets()) {
    const place = join(folder, sheet.department)
    const name = [sheet.number > 0 ? String(sheet.number).padStart(2, '0') : '', sheet.matter || '共同事项']
    const path = join(place, name.filter(Boolean).join('-'))
    mkdirSync(place, { recursive: true })
    await workbookOf(sheet, FIRST).xlsx.writeFile(`${path}.xlsx`)
    writeFileSync(`${path}.html`, pageOf(sheet, FIRST))
    console.log(`${path}.xlsx  ${sheet.lines.length} 条`)
  }
}

run(main)
