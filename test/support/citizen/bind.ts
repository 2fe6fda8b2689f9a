import type { Page } from 'playwright-core'
import type { SubjectType } from '../../../miniprogram/shared/domain/account'
import { pageData, tap, typeInto } from '../browser'

/** 我的 → 绑定账号, for one kind of account. */
export async function bindAccount(
  page: Page,
  who: { subjectType: SubjectType; account: string; password: string },
): Promise<void> {
  if (who.subjectType === 'enterprise') await tap(page, 'text="企业账号"')
  await typeInto(page, '[aria-label="一网通账号"]', who.account)
  await typeInto(page, '[aria-label="一网通密码"]', who.password)
  for (const [tick, selector] of [
    ['agreed', '.agree'],
    ['agreedSensitive', '.agree-sensitive'],
  ] as const) {
    if ((await pageData(page))[tick] !== true) await tap(page, `[role="checkbox"]${selector}`)
  }
  await tap(page, '.submit')
}
