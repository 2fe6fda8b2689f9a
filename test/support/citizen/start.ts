import type { Page } from 'playwright-core'
import { eventually, pageData, shown, tap } from '../browser'
import { arriveAt } from './arrive'
import { touch } from './touch'

/** Opens a tab of the tab bar by its text. */
export async function openTab(page: Page, text: '首页' | '事项' | '办件' | '我的'): Promise<void> {
  await page.locator('button[data-path]', { hasText: text }).tap()
}

/** Answers the questions one by one with the option names given, in order; a list answers one question with several. */
export async function answerSituation(page: Page, answers: readonly (string | readonly string[])[]): Promise<void> {
  for (const answer of answers) {
    for (const option of [answer].flat()) {
      await touch(shown(page).locator('[role="radio"], [role="checkbox"]', { hasText: option }).first())
    }
    if (Array.isArray(answer)) await tap(page, '.next')
  }
}

/** From the matters to the opened form: guide, questions, checklist. Resolves with the form's today (yyyy-MM-dd). */
export async function startFiling(
  page: Page,
  matter: string,
  situation: readonly (string | readonly string[])[],
): Promise<string> {
  await openTab(page, '事项')
  await touch(shown(page).getByText(matter).first())
  await arriveAt(page, 'packages/matter/pages/guide/guide')
  await tap(page, '.offer')
  await arriveAt(page, 'packages/matter/pages/situation/situation')
  await answerSituation(page, situation)
  return openForm(page)
}

/** Answers the question that is open with exactly these options. */
export async function chooseExactly(page: Page, labels: readonly string[]): Promise<void> {
  const open = async () => ((await pageData(page))['path'] as { question: { multiple: boolean } | null }).question
  const question = await eventually(open, Boolean)
  for (const label of labels) {
    const text = new RegExp(`^\\s*(✓ )?${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
    await touch(shown(page).locator('.option').filter({ hasText: text }).first())
  }
  if (question?.multiple) await tap(page, '.next')
}

/** From the checklist to the opened form. Resolves with the form's today (yyyy-MM-dd). */
export async function openForm(page: Page): Promise<string> {
  await touch(shown(page).locator('.start'))
  await arriveAt(page, 'packages/declare/pages/form/form')
  const { today } = await eventually(
    () => pageData(page),
    (data) => data['ready'] === true,
    20_000,
  )
  return String(today)
}

/** 更改办理情形: answers these questions anew (question → option) and applies it. Resolves with what the page said about it before. */
export async function changeSituation(page: Page, answers: Readonly<Record<string, string>>): Promise<string> {
  await touch(shown(page).locator('[aria-label$="看所有步骤"]'))
  await arriveAt(page, 'packages/declare/pages/steps/steps')
  await touch(shown(page).locator('[aria-label="更改办理情形"]'))
  await arriveAt(page, 'packages/matter/pages/situation/situation')
  for (const [question, option] of Object.entries(answers)) {
    await touch(shown(page).locator(`[aria-label="修改：${question}"]`))
    await touch(shown(page).locator('.option', { hasText: option }))
  }
  const apply = shown(page).locator('.change-apply').first()
  await apply.waitFor()
  const said = await shown(page).locator('.outcome').innerText()
  await touch(apply)
  await arriveAt(page, 'packages/declare/pages/form/form')
  await eventually(async () => (await pageData(page))['ready'], Boolean, 20_000)
  return said
}
