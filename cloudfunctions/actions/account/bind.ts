import * as v from 'valibot'
import { toLoginName } from '../../../miniprogram/shared/domain/login-name'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { agreed, subjectType } from '../../kernel/inputs'
import { consentToLogin } from '../../domain/consent/consents'
import { logInWithinLimits } from '../../domain/login/log-in'
import { reopenUnowned } from '../../stores/approval-events'
import { loadAccount } from '../../domain/account/identity'
import { putLogin } from '../../domain/account/put-login'
import { welcomeBack } from '../../domain/retention/former-owners'

const input = v.object({
  subjectType,
  /** Contract #17: 4–64 characters; more may be typed, with blanks and marks that the number does not have. */
  account: v.pipe(v.string(), v.maxLength(2_000), v.transform(toLoginName), v.minLength(4), v.maxLength(64)),
  /** The cipher text may have 800 hex digits, so the password about 300 bytes. */
  password: v.pipe(v.string(), v.minLength(1), v.maxBytes(300)),
  agreed: v.optional(agreed),
})

/**
 * Logs in at One-Network (#17), within the limits of domain/login, and binds the account to the caller. FORBIDDEN without today's
 * 隐私政策 and 用户协议: then the password goes nowhere. The password is encrypted, sent once, and kept nowhere.
 */
export const bindAccount = defineAction('account.bind', input, async (credentials, context) => {
  await consentToLogin(context.openid, credentials.agreed ?? [], context.now())
  const login = await logInWithinLimits(credentials, context)
  if (login.profile.subjectType !== credentials.subjectType) {
    throw new AppError('LOGIN_FAILED', 'account is of another subject type', {
      userMessage: credentials.subjectType === 'person' ? '这是企业账号，请选择“企业”' : '这是个人账号，请选择“个人”',
    })
  }
  await putLogin(context.openid, credentials.subjectType, login, context.now())
  await welcomeBack({ openid: context.openid, userId: login.profile.userId }, context)
  await reopenUnowned(login.profile.userId)
  return (await loadAccount(context)).view
})
