import { momentText, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { windowPhone } from '../matter/window-phone'

const MINUTE = 60_000
/** The telephone may have to be asked for; nobody waits long to be told to wait. */
const PHONE_MS = 3_000

/**
 * Who is held back is told until when, and whom to call; never that the password is wrong, because it was not looked at.
 * The same words whoever tried, and wherever the pause comes from: nothing of the account is told.
 * @param until ms since the epoch; said in full minutes
 */
export async function heldBack(until: number, context: Context): Promise<AppError> {
  const wholeMinute = Math.ceil(until / MINUTE) * MINUTE
  const time = toBeijingTime(wholeMinute)
  const phone = await windowPhone({ ...context, deadline: Math.min(context.deadline, context.now() + PHONE_MS) })
  const help = phone ? `着急办理，请打窗口电话 ${phone}` : '着急办理，请到政务服务大厅的窗口'
  return new AppError('RATE_LIMITED', 'logins are paused', {
    userMessage: `为保护账号，现在先不登录，请在 ${momentText(wholeMinute, context.now())} 之后再试。${help}`,
    until: time,
    retryAfterMs: Math.max(0, wholeMinute - context.now()),
  })
}
