import { type ReminderUse } from '../../miniprogram/shared/domain/message'
import { table } from '../kernel/cloud'

/** One agreement of a citizen to get one subscription message. It is the WeChat user's, whichever identity acts. */
export interface ConsentRow {
  /** Made of the citizen, the template and the page's own key: a repeated call counts once. */
  readonly _id: string
  readonly openid: string
  readonly use: ReminderUse
  /** open → spent (a message was sent) or void (WeChat knows of none). */
  readonly state: 'open' | 'spent' | 'void'
  /** ms since the epoch. */
  readonly givenAt: number
}

const rows = table<ConsentRow>('reminder_consents')

/** More are not counted: WeChat itself keeps the number. */
export const MOST_OPEN = 50

/** false when it was counted before. */
export const insertConsent = (row: ConsentRow): Promise<boolean> => rows.insert(row)

export const listOpenConsents = (openid: string): Promise<readonly ConsentRow[]> =>
  rows.find({ openid, state: 'open' }, { oldestFirstBy: 'givenAt', limit: 2 * MOST_OPEN })

/** Takes the oldest one off. */
export async function spendConsent(openid: string, use: ReminderUse): Promise<void> {
  const open = await rows.find({ openid, use, state: 'open' }, { oldestFirstBy: 'givenAt', limit: 1 })
  for (const { _id } of open) await rows.update({ _id, state: 'open' }, { state: 'spent' })
}

/** WeChat says that there is none left. */
export const voidConsents = (openid: string, use: ReminderUse): Promise<number> =>
  rows.update({ openid, use, state: 'open' }, { state: 'void' })

/** Those that were used, or turned out to be none. */
export const removeUsedConsents = (givenBefore: number): Promise<number> =>
  rows.remove({ givenAt: { lessThan: givenBefore }, state: { noneOf: ['open'] } })

export const removeOldConsents = (givenBefore: number): Promise<number> =>
  rows.remove({ givenAt: { lessThan: givenBefore } })

export const removeConsentsOf = (openid: string): Promise<number> => rows.remove({ openid })
