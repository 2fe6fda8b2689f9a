import type { Page } from 'playwright-core'
import type { SubjectType } from '../../../miniprogram/shared/domain/account'
import { chooseFiles, eventually, pageData, shown, tap, typeInto } from '../browser'

import { png } from './files'
import { touch } from './touch'

export { fillForm, fillStep } from './fill-form'

/** Waits until the page of this route shows and has its data. */
export async function arriveAt(page: Page, route: string): Promise<void> {
  await eventually(
    async () => (await shown(page).getAttribute('data-route')) ?? '',
    (now) => now === route,
    20_000,
  )
}

/** Opens a tab of the tab bar by its text. */
export async function openTab(page: Page, text: '首页' | '事项' | '办件' | '我的'): Promise<void> {
  await page.locator('button[data-path]', { hasText: text }).tap()
}

/** 我的 → 绑定账号, for one kind of account. */
export async function bindAccount(
  page: Page,
  who: { subjectType: SubjectType; account: string; password: string },
): Promise<void> {
  if (who.subjectType === 'enterprise') await tap(page, 'text="企业账号"')
  await typeInto(page, '[aria-label="一网通账号"]', who.account)
  await typeInto(page, '[aria-label="一网通密码"]', who.password)
  if ((await pageData(page))['agreed'] !== true) await tap(page, '[role="checkbox"]')
  await tap(page, '.submit')
}

/** Answers the questions one by one with the option names given, in order. */
export async function answerSituation(page: Page, options: readonly string[]): Promise<void> {
  for (const option of options) {
    const choice = shown(page).locator('[role="radio"], [role="checkbox"]', { hasText: option }).first()
    await touch(choice)
  }
}

interface ShownMaterial {
  readonly anchor: string
  readonly name: string
  readonly necessity: string
  readonly enough: boolean
}

const shownMaterials = async (page: Page): Promise<readonly ShownMaterial[]> =>
  (await pageData(page))['materials'] as readonly ShownMaterial[]

/** Puts photos under every material until each has what it needs at least. Returns how many arrived. */
export async function uploadEverything(page: Page): Promise<number> {
  const arrived = (): Promise<number> => shown(page).getByText('已送达', { exact: true }).count()
  await eventually(async () => (await pageData(page))['ready'], Boolean)
  let uploaded = 0
  for (;;) {
    const before = await arrived()
    const index = (await shownMaterials(page)).findIndex((m) => !m.enough)
    const material = (await shownMaterials(page))[index]
    if (!material) return uploaded
    const box = shown(page).locator(`#${material.anchor}`)
    const album = box.locator('[aria-label$="从相册选"]')
    await chooseFiles(page, () => touch(album), [png(`${index + 1}-${uploaded + 1}`)])
    uploaded += 1
    await eventually(arrived, (count) => count > before, 20_000)
  }
}

/** Answers the question that is open over the page with its right button. */
export async function confirm(page: Page): Promise<void> {
  await page.locator('.taro-model__confirm:visible').tap()
}
