import type { Locator, Page } from 'playwright-core'
import type { AnswerValue, Answers, DateRange, TableRow } from '../../../miniprogram/shared/form'
import type { Field } from '../../../miniprogram/shared/form/schema'
import { eventually, pageData, shown } from '../browser'
import { centre, touch } from './touch'

/** What the form page shows of one field. */
interface ShownField {
  readonly anchor: string
  readonly field: Field
  readonly value: AnswerValue
  readonly readonly: boolean
}

/** The field's frame inside `scope`, by the label that a screen reader reads. */
function frame(scope: Locator, label: string): Locator {
  return scope.locator(`[role="group"][aria-label="${label}"], [role="group"][aria-label^="${label}，"]`).first()
}

/** Chooses a value in a native picker, as the sheet's 确定 would report it. */
async function pick(control: Locator, value: string | number | readonly string[]): Promise<void> {
  await control.locator('xpath=ancestor-or-self::taro-picker-core').evaluate((picker, detail) => {
    picker.dispatchEvent(new CustomEvent('change', { detail: { value: detail } }))
  }, value)
}

/** Writes a short signature on the open pad with a finger. */
async function sign(page: Page, box: Locator): Promise<void> {
  await touch(box.locator('[role="button"]', { hasText: '点这里手写签名' }))
  const canvas = box.locator('canvas').first()
  await centre(canvas)
  const area = await canvas.boundingBox()
  if (!area) throw new Error('the signature pad is not shown')
  const session = await page.context().newCDPSession(page)
  const at = (part: number): { x: number; y: number } => ({
    x: area.x + area.width * (0.2 + 0.6 * part),
    y: area.y + area.height * (0.3 + 0.4 * Math.abs(Math.sin(part * 9))),
  })
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] })
  for (let step = 1; step <= 20; step++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(step / 20)] })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await touch(box.locator('[role="button"]', { hasText: '完成签名' }))
  await box.getByText('已签名').first().waitFor()
}

async function fillTable(page: Page, box: Locator, field: Field, rows: readonly TableRow[]): Promise<void> {
  for (const row of rows) {
    await touch(box.locator('[role="button"]', { hasText: '添加一行' }))
    for (const column of field.columns ?? []) {
      const value = row[column.id]
      if (value !== undefined && value !== null) await fillField(page, frame(box, column.label), column, value)
    }
    await touch(box.locator('[role="button"]', { hasText: '完成这一行' }))
  }
}

async function fillField(page: Page, box: Locator, field: Field, value: AnswerValue): Promise<void> {
  switch (field.type) {
    case 'date':
      return pick(box.locator('taro-picker-core'), value as string)
    case 'daterange': {
      const { begin, end } = value as DateRange
      await pick(box.locator('taro-picker-core').nth(0), begin)
      await box.locator('[aria-label*="开始日期，请选择"]').waitFor({ state: 'detached' })
      await pick(box.locator('taro-picker-core').nth(1), end)
      return
    }
    case 'region':
      return pick(box.locator('taro-picker-core'), (value as string).split(' '))
    case 'single_choice': {
      const index = (field.options ?? []).findIndex((option) => option.value === value)
      const wheel = box.locator('taro-picker-core')
      if (await wheel.count()) return pick(wheel, index)
      return touch(box.locator('[role="radio"]').nth(index))
    }
    case 'multi_choice': {
      const chosen = value as readonly string[]
      for (const [index, option] of (field.options ?? []).entries()) {
        if (chosen.includes(option.value)) await touch(box.locator('[role="checkbox"]').nth(index))
      }
      return
    }
    case 'boolean':
      if (field.constraints?.mustBeTrue) return touch(box.locator('[role="checkbox"]'))
      return touch(box.locator(`[role="radio"][aria-label="${value === '1' ? '是' : '否'}"]`))
    case 'signature':
      return sign(page, box)
    case 'table':
      return fillTable(page, box, field, value as readonly TableRow[])
    default: {
      const input = box.locator('input, textarea').first()
      await input.fill(typeof value === 'number' ? String(value) : (value as string))
      return input.blur()
    }
  }
}

/** Fills what the shown step asks for and is still empty or different. Returns the labels it filled. */
export async function fillStep(page: Page, answers: Answers): Promise<string[]> {
  const filled: string[] = []
  const seen = new Set<string>()
  for (;;) {
    // A choice may show further fields: look again after each.
    const fields = (await pageData(page))['fields'] as readonly ShownField[]
    const next = fields.find((f) => {
      const wanted = answers[f.field.id]
      // Any signature will do; its value is the id of the stored picture.
      const signed = f.field.type === 'signature' && Array.isArray(f.value) && f.value.length > 0
      const differs = !signed && JSON.stringify(f.value) !== JSON.stringify(wanted)
      return !f.readonly && !seen.has(f.field.id) && wanted !== undefined && wanted !== null && differs
    })
    if (!next) return filled
    seen.add(next.field.id)
    const box = shown(page).locator(`#${next.anchor}`)
    await box.scrollIntoViewIfNeeded()
    await fillField(page, frame(box, next.field.label), next.field, answers[next.field.id] ?? null)
    filled.push(next.field.label)
  }
}

/** Takes everything that is offered, when anything is; the fields then show it. */
async function takeOffers(page: Page): Promise<void> {
  const take = shown(page).locator('.prefill__take').first()
  if ((await take.count()) === 0) return
  await take.tap()
  await shown(page).locator('.prefill__undo').first().waitFor()
}

/** Fills step after step until the attachments page shows. */
export async function fillForm(page: Page, answers: Answers): Promise<string[]> {
  const filled: string[] = []
  await takeOffers(page)
  for (let step = 0; step < 40; step++) {
    filled.push(...(await fillStep(page, answers)))
    const before = await stepOf(page)
    await shown(page).locator('.bottom__next').first().tap()
    const after = await eventually(
      () => stepOf(page),
      (now) => now !== before,
    )
    if (after.startsWith('packages/declare/pages/attachments')) return filled
  }
  throw new Error('the form does not end')
}

/** Which page shows, and which step of the form. A list of problems counts as no progress: it is thrown. */
async function stepOf(page: Page): Promise<string> {
  const data = await pageData(page)
  const problems = (data['problems'] ?? []) as readonly { label: string; message: string }[]
  if (problems.length) throw new Error(problems.map((p) => `${p.label}：${p.message}`).join('；'))
  const route = await shown(page).getAttribute('data-route')
  return `${route ?? ''}#${String(data['stepIndex'])}`
}
