import type { AccountView } from '../../domain/account'
import type { Message, ReminderUse, Reminders } from '../../domain/message'
import type { FactsOf } from './facts'

/** Inbox: what contract #28 pushed and #27 told; ours */
export interface InboxActions {
  /** Messages of the active identity, newest first; `pageNo` starts at 1. */
  'inbox.open': {
    input: { pageNo: number }
    output: {
      account: AccountView
      messages: readonly Message[]
      hasMore: boolean
      unread: number
      /** Of the caller's other identity: how many, never what. */
      unreadElsewhere: number
      reminders: Reminders
    }
  }
  /** Without ids: all. */
  'inbox.read': { input: { messageIds?: readonly string[] }; output: { unread: number } }
  /** The citizen agreed to one subscription message of each use; `consentKey` makes repeats harmless. */
  'inbox.consent': {
    input: { uses: readonly ReminderUse[]; consentKey: string }
    output: { reminders: Reminders }
  }
}

export const INBOX_FACTS = {
  'inbox.open': { on: 'api', repeat: 'read', audit: 'look' },
  'inbox.read': { on: 'api', repeat: 'same', audit: 'change' },
  'inbox.consent': { on: 'api', repeat: 'same', audit: 'change' },
} as const satisfies FactsOf<InboxActions>
