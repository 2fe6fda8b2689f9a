import type { Reminders, ReminderUse } from '../shared/domain/message'

/** What the citizen answered in WeChat's own window. */
export type SubscriptionAnswer =
  | { readonly kind: 'accepted'; readonly uses: readonly ReminderUse[] }
  /** She does not want any now. */
  | { readonly kind: 'refused' }
  /** Subscription messages are switched off in WeChat's settings. */
  | { readonly kind: 'switched-off' }
  /** WeChat could not ask. */
  | { readonly kind: 'failed' }

/** WeChat: 用户关闭了主开关. */
const SWITCHED_OFF = 20004

/** WeChat answers template id → accept, reject, ban or filter, beside errMsg. */
const answerOf = (answers: object, templateId: string): unknown => new Map(Object.entries(answers)).get(templateId)

/**
 * Asks whether WeChat may deliver one message of each template. WeChat wants a tap right before: call it first in the
 * handler, with ids that the page has already.
 */
export async function askForReminders(reminders: Reminders): Promise<SubscriptionAnswer> {
  try {
    const answers = await wx.requestSubscribeMessage({ tmplIds: reminders.map(({ templateId }) => templateId) })
    const accepted = reminders.filter(({ templateId }) => answerOf(answers, templateId) === 'accept')
    if (accepted.length === 0) return { kind: 'refused' }
    return { kind: 'accepted', uses: accepted.map(({ use }) => use) }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : undefined
    return code === SWITCHED_OFF ? { kind: 'switched-off' } : { kind: 'failed' }
  }
}
