import type { Locator, Page } from 'playwright-core'
import { eventually } from '../browser'
import { drag, touch } from './touch'

/** Height of a wheel's row, and where its first row stands when it is chosen, in CSS pixels (Taro's picker). */
const ROW = 34
const FIRST_ROW_AT = 102

/** What Taro's wheel knows of itself: how far it is turned. */
type Wheel = HTMLElement & { readonly height: number }

const look = (wheel: Locator): Promise<{ at: number; rows: string[] }> =>
  wheel.evaluate((group) => ({
    at: (group as Wheel).height,
    rows: Array.from(group.querySelectorAll('.weui-picker__item'), (row) => row.textContent),
  }))

/** How long a wheel is waited for, in ms, before it is looked at anew: another one may have changed its rows meanwhile. */
const PATIENCE_MS = 2000
/** Looks over all wheels before it is a fault. */
const MOST_LOOKS = 8

/** Turns one wheel with a finger to the row with the text. Returns whether it stood there already. */
async function turn(page: Page, wheel: Locator, text: string): Promise<boolean> {
  // Turning the wheel before changes the rows of this one a little later.
  const { at, rows } = await eventually(
    () => look(wheel),
    (seen) => seen.rows.includes(text),
  )
  const goal = FIRST_ROW_AT - ROW * rows.indexOf(text)
  if (at === goal) return true
  const area = await wheel.boundingBox()
  if (!area) throw new Error('the wheel is not shown')
  const start = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
  const stands = async (): Promise<boolean> => (await look(wheel)).at === goal
  // A finger that leaves the screen still turns the wheel; lifted before the wheel has followed, it would fall back.
  const settled = (): Promise<unknown> => eventually(stands, Boolean, PATIENCE_MS).catch(() => false)
  await drag(page, [start, { x: start.x, y: start.y + goal - at }], settled)
  return false
}

/** Opens the picker of a control, turns its wheels from left to right to the rows with these texts, and confirms. */
export async function turnWheels(page: Page, control: Locator, texts: readonly string[]): Promise<void> {
  await touch(control)
  const sheet = page.locator('.weui-picker__overlay:not([style*="none"])')
  const wheels = sheet.locator('taro-picker-group')
  const confirm = sheet.getByText('确定', { exact: true })
  // Only looks: the sheet has come to rest.
  await confirm.tap({ trial: true })
  // A look over all wheels at the end: a wheel may have moved another.
  for (let right = false, looks = 0; !right; looks += 1) {
    if (looks === MOST_LOOKS) throw new Error(`the wheels do not stand at ${texts.join(' ')}`)
    right = true
    for (const [column, text] of texts.entries()) right = (await turn(page, wheels.nth(column), text)) && right
  }
  await confirm.tap()
  await sheet.waitFor({ state: 'detached' })
}
