import { type ReminderUse } from '../../miniprogram/shared/domain/message'
import { table } from '../kernel/cloud'

/** A subscription message that is to be sent. */
export interface OutboxRow {
  /** Id of the message that it is about: one reminder for each. */
  readonly _id: string
  readonly openid: string
  readonly use: ReminderUse
  /** waiting → sent, no-consent (the citizen allows none), read (seen before it was sent) or failed. */
  readonly state: 'waiting' | 'sent' | 'no-consent' | 'read' | 'failed'
  readonly tries: number
  /** ms since the epoch: not sent before. */
  readonly dueAt: number
  /** What WeChat answered last; 0 = nothing was wrong. */
  readonly lastError: number
  /** ms since the epoch. */
  readonly createdAt: number
}

const rows = table<OutboxRow>('reminder_outbox')

/** false when it is there already. */
export const insertReminder = (row: OutboxRow): Promise<boolean> => rows.insert(row)

/** Those that wait longest first. */
export const listDueReminders = (now: number, limit: number): Promise<readonly OutboxRow[]> =>
  rows.find({ state: 'waiting', dueAt: { lessThan: now } }, { oldestFirstBy: 'dueAt', limit })

/** Takes a reminder for this invocation until `until`; false when another one has it. */
export const claimReminder = async ({ _id, dueAt }: OutboxRow, until: number): Promise<boolean> =>
  (await rows.update({ _id, state: 'waiting', dueAt }, { dueAt: until })) === 1

export const settleReminder = (_id: string, fields: Partial<Omit<OutboxRow, '_id'>>): Promise<number> =>
  rows.update({ _id, state: 'waiting' }, fields)

export const removeRemindersOf = (openid: string): Promise<number> => rows.remove({ openid })

export const removeOldReminders = (createdBefore: number): Promise<number> =>
  rows.remove({ createdAt: { lessThan: createdBefore } })
