import { touch } from '../touch'
import { turnWheels } from '../wheels'
import type { Filler } from './filler'

/** One of several: a tap on the option, or a wheel when there are many. */
export const chooseOne: Filler = async (page, box, field, value) => {
  const option = (field.options ?? []).find((one) => one.value === value)
  if (!option) throw new Error(`${field.label} has no option ${JSON.stringify(value)}`)
  const radio = box.locator(`[role="radio"][aria-label="${option.label}"]`)
  if (await radio.count()) await touch(radio)
  else await turnWheels(page, box.locator('taro-picker-core'), [option.label])
}

/** Taps every option whose tick differs from what is wanted. */
export const chooseSeveral: Filler = async (_page, box, field, value) => {
  const chosen = value as readonly string[]
  for (const option of field.options ?? []) {
    const tick = box.locator(`[role="checkbox"][aria-label="${option.label}"]`)
    const isOn = (await tick.getAttribute('aria-checked')) === 'true'
    if (isOn !== chosen.includes(option.value)) await touch(tick)
  }
}

/** Yes or no, or the one box of an agreement. */
export const answerYesNo: Filler = async (_page, box, field, value) => {
  if (field.constraints?.mustBeTrue) return touch(box.locator('[role="checkbox"]'))
  return touch(box.locator(`[role="radio"][aria-label="${value === '1' ? '是' : '否'}"]`))
}
