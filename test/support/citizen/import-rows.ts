import type { Locator, Page } from 'playwright-core'
import { chooseFiles, expectText, shown, tap } from '../browser'
import { arriveAt } from './arrive'
import type { PickedFile } from './files'
import { touch } from './touch'

/** 用表格导入: takes all rows of a file into the table whose frame is `box`; behind the rows that it has already. */
export async function importRows(page: Page, box: Locator, file: PickedFile, count: number): Promise<void> {
  await touch(box.locator('[aria-label$="，用表格导入"]'))
  await arriveAt(page, 'packages/declare/pages/import/import')
  await shown(page).locator('.import__pick').waitFor()
  await chooseFiles(page, () => touch(shown(page).locator('.import__pick')), [file])
  await expectText(page, '.import__good', new RegExp(`${count} 行`))
  await tap(page, '.import__take')
  await arriveAt(page, 'packages/declare/pages/form/form')
}
