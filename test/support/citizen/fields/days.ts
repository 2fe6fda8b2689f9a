import type { Locator, Page } from 'playwright-core'
import type { DateRange } from '../../../../miniprogram/shared/form'
import { turnWheels } from '../wheels'
import type { Filler } from './filler'

/** @param day yyyy-MM-dd */
function pickDay(page: Page, picker: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  return turnWheels(page, picker, [`${year}年`, `${month}月`, `${date}日`])
}

export const pickDate: Filler = (page, box, _field, value) =>
  pickDay(page, box.locator('taro-picker-core'), value as string)

export const pickPeriod: Filler = async (page, box, _field, value) => {
  const { begin, end } = value as DateRange
  await pickDay(page, box.locator('taro-picker-core').nth(0), begin)
  await box.locator('[aria-label*="开始日期，请选择"]').waitFor({ state: 'detached' })
  await pickDay(page, box.locator('taro-picker-core').nth(1), end)
}
