import { Refusal } from './outcome'

/** WeChat's words for each errno: developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
const REASON = {
  103: 'auth deny',
  104: 'privacy permission is not authorized',
  112: 'api scope is not declared in the privacy agreement',
} as const

export type PrivacyErrno = keyof typeof REASON

/** What an interface that the privacy guide covers fails with. */
export const privacyRefusal = (errno: PrivacyErrno): Refusal => new Refusal(REASON[errno], { errno })
