import {
  type Agreed,
  CONSENT_FIELD,
  CONSENT_VERSIONS,
  type ConsentText,
  type GivenConsent,
} from '../../../miniprogram/shared/domain/consent'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { AppError } from '../../kernel/errors'
import { doesConsent, insertConsentTo, listConsents, STANDS } from '../../stores/consents'

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
    const before = given.filter(({ text }) => text === one.text)
    const stands = before.some(({ version, withdrawnAt }) => version === one.version && withdrawnAt === STANDS)
    if (!stands) await insertConsentTo(openid, one, before.length, now)
  }
}

export const givenBy = async (openid: string): Promise<readonly GivenConsent[]> =>
  (await listConsents(openid)).map(({ text, version, givenAt, withdrawnAt }) => ({
    text,
    version,
    givenAt: toBeijingTime(givenAt),
    ...(withdrawnAt === STANDS ? {} : { withdrawnAt: toBeijingTime(withdrawnAt) }),
  }))

/** FORBIDDEN with CONSENT_FIELD unless today's version of each text was agreed to and not withdrawn. */
export async function requireConsent(openid: string, ...texts: readonly ConsentText[]): Promise<void> {
  const all = await Promise.all(texts.map((text) => doesConsent(openid, { text, version: CONSENT_VERSIONS[text] })))
  if (all.every(Boolean)) return
  throw new AppError('FORBIDDEN', `no consent to ${texts.join(', ')}`, {
    userMessage: '需要您同意怎样使用您的信息，才能继续。没有看到同意的页面时，请关掉小程序再打开',
    fields: [{ field: CONSENT_FIELD, message: '需要您同意' }],
  })
}

/** Writes down what a login is sent with, and asks that it is enough. @param now ms since the epoch */
export async function consentToLogin(openid: string, agreed: readonly Agreed[], now: number): Promise<void> {
  await giveConsents(openid, agreed, now)
  await requireConsent(openid, 'privacy', 'agreement')
}
