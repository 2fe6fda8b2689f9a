import type { TableRow } from '../../../../miniprogram/shared/form'
import { touch } from '../touch'
import { fillField } from '.'
import { type Filler, frame } from './filler'

/** Adds each row by hand, cell by cell. */
export const addRows: Filler = async (page, box, field, value) => {
  for (const row of value as readonly TableRow[]) {
    await touch(box.locator('[role="button"]', { hasText: '加一行' }))
    for (const column of field.columns ?? []) {
      const cell = row[column.id] ?? null
      if (cell !== null) await fillField(page, frame(box, column.label), column, cell)
    }
    await touch(box.locator('[role="button"]', { hasText: '完成这一行' }))
  }
}
