import type { Locator, Page } from 'playwright-core'
import { type Answers, type AnswerValue, holdsFiles } from '../../../miniprogram/shared/form'
import type { Field } from '../../../miniprogram/shared/form/schema'
import { eventually, pageData, shown, tap } from '../browser'
import { arriveAt } from './arrive'
import { fillField, frame } from './fields'
import { touch } from './touch'

/** What the form page shows of one field. */
interface ShownField {
  /** `<materialId>.<fieldId>` */
  readonly key: string
  readonly anchor: string
  readonly field: Field
  readonly value: AnswerValue
  readonly readonly: boolean
}

/** How a citizen fills in a declaration whose forms need more than the answers of the first form. */
export interface FillingWay {
  /** Answers of the forms that follow the declaration form, by material id. */
  readonly forms?: Readonly<Record<string, Answers>>
  /** Fields that are not filled by hand but in another way (e.g. a table from a file), by field id. */
  readonly ways?: Readonly<Record<string, (page: Page, box: Locator) => Promise<void>>>
  /** Stops when the step with this title is reached. */
  readonly until?: string
  /** Told before each step is left. */
  readonly onStep?: (title: string) => Promise<void>
}

/** Fills what the shown step asks for and is still empty or different. Returns the labels it filled. */
export async function fillStep(page: Page, answers: Answers, way: FillingWay = {}): Promise<string[]> {
  const filled: string[] = []
  const seen = new Set<string>()
  const wantedOf = ({ key, field }: ShownField): AnswerValue =>
    (way.forms?.[key.slice(0, -field.id.length - 1)] ?? answers)[field.id] ?? null
  for (;;) {
    // A choice may show further fields: look again after each.
    const fields = (await pageData(page))['fields'] as readonly ShownField[]
    const next = fields.find((shownField) => {
      const { field, value, key } = shownField
      const wanted = wantedOf(shownField)
      // Any signature will do; its value is the id of the stored picture.
      const signed = holdsFiles(field) && Array.isArray(value) && value.length > 0
      const differs = !signed && JSON.stringify(value) !== JSON.stringify(wanted)
      return !shownField.readonly && !seen.has(key) && wanted !== null && differs
    })
    if (!next) return filled
    seen.add(next.key)
    const box = shown(page).locator(`#${next.anchor}`)
    const other = way.ways?.[next.field.id]
    if (other) await other(page, box)
    else await fillField(page, frame(box, next.field.label), next.field, wantedOf(next))
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

/** Fills step after step until the attachments page shows, or the step that `way.until` names. */
export async function fillForm(page: Page, answers: Answers, way: FillingWay = {}): Promise<string[]> {
  const filled: string[] = []
  await takeOffers(page)
  for (let step = 0; step < 40; step++) {
    const title = String((await pageData(page))['stepTitle'])
    if (title === way.until) return filled
    filled.push(...(await fillStep(page, answers, way)))
    await way.onStep?.(title)
    const before = await stepOf(page)
    await shown(page).locator('.bottom__next').first().tap()
    const after = await eventually(
      () => stepOf(page),
      (now) => now !== before,
      15_000,
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

/** By the task list: to the step with this title. */
export async function goToStep(page: Page, title: string): Promise<void> {
  await eventually(
    () => pageData(page),
    (data) => data['ready'] === true,
    20_000,
  )
  await tap(page, '.where')
  await arriveAt(page, 'packages/declare/pages/steps/steps')
  await touch(shown(page).locator('.step-title').getByText(title, { exact: true }).first())
  await arriveAt(page, 'packages/declare/pages/form/form')
  await eventually(
    () => pageData(page),
    (data) => data['stepTitle'] === title,
  )
}
