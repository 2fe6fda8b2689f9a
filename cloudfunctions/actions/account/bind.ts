import * as v from 'valibot'
import { toLoginName } from '../../../miniprogram/shared/domain/login-name'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { subjectType } from '../../kernel/inputs'
import { claimAfter } from '../../ledger/claim'
import { logInWithinLimits } from '../../domain/login/log-in'
import { reopenUnowned } from '../../stores/approval-events'
import { bindingId, findBinding, putBinding } from '../../stores/bindings'
import { loadAccount } from '../../domain/account/identity'
import { noteDeparture } from '../../domain/account/leave'
import { toStored } from '../../domain/account/session'
import { welcomeBack } from '../../domain/retention/former-owners'

const input = v.object({
  subjectType,
  /** Contract #17: 4–64 characters; more may be typed, with blanks and marks that the number does not have. */
  account: v.pipe(v.string(), v.maxLength(2_000), v.transform(toLoginName), v.minLength(4), v.maxLength(64)),
  /** The cipher text may have 800 hex digits, so the password about 300 bytes. */
  password: v.pipe(v.string(), v.minLength(1), v.maxBytes(300)),
})

/**
 * Logs in at One-Network (#17), within the limits of domain/login, and binds the account to the caller; it becomes the active identity. Another account of
 * the same subject type is replaced. The password is encrypted, sent once, and kept nowhere.
 */
export const bindAccount = defineAction('account.bind', input, async (credentials, context) => {
  const login = await logInWithinLimits(credentials, context)
  if (login.profile.subjectType !== credentials.subjectType) {
    throw new AppError('LOGIN_FAILED', 'account is of another subject type', {
      userMessage: credentials.subjectType === 'person' ? '这是企业账号，请选择“企业”' : '这是个人账号，请选择“个人”',
    })
  }
  const _id = bindingId(context.openid, credentials.subjectType)
  const now = context.now()
  const previous = await findBinding(_id)
  await putBinding({
    _id,
    openid: context.openid,
    subjectType: credentials.subjectType,
    userId: login.profile.userId,
    ...toStored(_id, login, now),
    generation: Math.max((previous?.generation ?? 0) + 1, now),
    ...claimAfter(previous, now),
    expired: false,
    activeAt: now,
    boundAt: toBeijingTime(now),
  })
  if (previous && previous.userId !== login.profile.userId) await noteDeparture(previous)
  await welcomeBack({ openid: context.openid, userId: login.profile.userId }, context)
  await reopenUnowned(login.profile.userId)
  return (await loadAccount(context)).view
})
