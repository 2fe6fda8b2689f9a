import type { Locator } from 'playwright-core'
import { touch } from '../touch'
import type { Filler } from './filler'

/** Opens the sheet of a choice that has many options. Returns whether there is one. */
async function openSheet(box: Locator, label: string): Promise<boolean> {
  const control = box.locator(`[role="button"][aria-label^="${label}，"]`)
  const folded = (await control.count()) > 0
  if (folded) await touch(control)
  return folded
}

/** One of several: a tap on the option, which lies open or in a sheet. */
export const chooseOne: Filler = async (_page, box, field, value) => {
  const option = (field.options ?? []).find((one) => one.value === value)
  if (!option) throw new Error(`${field.label} has no option ${JSON.stringify(value)}`)
  const folded = await openSheet(box, field.label)
  const radio = box.locator(`[role="radio"][aria-label="${option.label}"]`)
  await touch(radio)
  if (folded) await radio.waitFor({ state: 'hidden' })
}

/** Taps every option whose tick differs from what is wanted. */
export const chooseSeveral: Filler = async (_page, box, field, value) => {
  const chosen = value as readonly string[]
  const folded = await openSheet(box, field.label)
  for (const option of field.options ?? []) {
    const tick = box.locator(`[role="checkbox"][aria-label="${option.label}"]`)
    const isOn = (await tick.getAttribute('aria-checked')) === 'true'
    if (isOn !== chosen.includes(option.value)) await touch(tick)
  }
  if (!folded) return
  const done = box.getByText('选好了', { exact: true })
  await touch(done)
  await done.waitFor({ state: 'hidden' })
}

/** Yes or no, or the one box of an agreement. */
export const answerYesNo: Filler = async (_page, box, field, value) => {
  if (field.constraints?.mustBeTrue) return touch(box.locator('[role="checkbox"]'))
  return touch(box.locator(`[role="radio"][aria-label="${value === '1' ? '是' : '否'}"]`))
}
