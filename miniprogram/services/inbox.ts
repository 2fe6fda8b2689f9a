import type { Output } from '../shared/contract/actions'
import type { Reminders, ReminderUse } from '../shared/domain/message'
import { call } from './call'

export type InboxPage = Output<'inbox.open'>

/** Messages of the active identity, newest first. `pageNo` starts at 1. */
export const openInbox = (pageNo: number): Promise<InboxPage> => call('inbox.open', { pageNo })

/** Marks messages as read: these, or all when none is named. Resolves with how many are still unread. */
export const readMessages = async (messageIds?: readonly string[]): Promise<number> =>
  (await call('inbox.read', messageIds === undefined ? {} : { messageIds })).unread

/**
 * Keeps that the citizen agreed to one subscription message of each use. Mint `consentKey` once per agreement: a
 * repeated call counts once. Resolves with what may be sent now.
 */
export const keepConsent = async (uses: readonly ReminderUse[], consentKey: string): Promise<Reminders> =>
  (await call('inbox.consent', { uses, consentKey })).reminders
