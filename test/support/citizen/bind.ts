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
  if ((await pageData(page))['agreed'] !== true) await tap(page, '[role="checkbox"]')
  await tap(page, '.submit')
}
