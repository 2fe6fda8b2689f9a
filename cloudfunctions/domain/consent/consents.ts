import {
  type Agreed,
  CONSENT_FIELD,
  CONSENT_VERSIONS,
  type ConsentText,
  type GivenConsent,
} from '../../../miniprogram/shared/domain/consent'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { AppError } from '../../kernel/errors'
import { NEVER } from '../../kernel/never'
import { doesConsent, insertConsentTo, listConsents } from '../../stores/consents'

/** What nobody logs in without. */
export const OF_LOGIN = ['privacy', 'agreement'] as const

/** CONFLICT when a page shows another version of a text than today's: what was read is not what would be agreed to. */
function requireToday(agreed: readonly Agreed[]): void {
  if (agreed.every(({ text, version }) => CONSENT_VERSIONS[text] === version)) return
  throw new AppError('CONFLICT', 'another version of a text', {
    userMessage: '这份说明更新过了。请关掉小程序再打开，看过新的再同意',
  })
}

/** Writes down what was agreed to, once. @param now ms since the epoch */
export async function giveConsents(openid: string, agreed: readonly Agreed[], now: number): Promise<void> {
  requireToday(agreed)
  const given = await listConsents(openid)
  for (const one of agreed) {
    const before = given.filter(({ text, version }) => text === one.text && version === one.version)
    const withdrawn = before.map(({ withdrawnAt }) => withdrawnAt)
    if (withdrawn.includes(NEVER)) continue
    // false: somebody at the same moment was faster, and what stands is the same.
    await insertConsentTo(openid, one, Math.max(0, ...withdrawn), now)
  }
}

export const givenBy = async (openid: string): Promise<readonly GivenConsent[]> =>
  (await listConsents(openid)).map(({ text, version, givenAt, withdrawnAt }) => ({
    text,
    version,
    givenAt: toBeijingTime(givenAt),
    ...(withdrawnAt === NEVER ? {} : { withdrawnAt: toBeijingTime(withdrawnAt) }),
  }))

/** Was today's version of each text agreed to, and not withdrawn? */
export async function consentsToday(openid: string, ...texts: readonly ConsentText[]): Promise<boolean> {
  const all = await Promise.all(texts.map((text) => doesConsent(openid, { text, version: CONSENT_VERSIONS[text] })))
  return all.every(Boolean)
}

/** FORBIDDEN with CONSENT_FIELD, which names the texts. */
export const consentNeeded = (...texts: readonly ConsentText[]): AppError =>
  new AppError('FORBIDDEN', `no consent to ${texts.join(', ')}`, {
    userMessage: '需要您同意怎样使用您的信息，才能继续。没有看到同意的页面时，请关掉小程序再打开',
    fields: texts.map((text) => ({ field: `${CONSENT_FIELD}.${text}`, message: '需要您同意' })),
  })

/** Writes down what a login is sent with, and asks that it is enough. @param now ms since the epoch */
export async function consentToLogin(openid: string, agreed: readonly Agreed[], now: number): Promise<void> {
  await giveConsents(openid, agreed, now)
  if (!(await consentsToday(openid, ...OF_LOGIN))) throw consentNeeded(...OF_LOGIN)
}
