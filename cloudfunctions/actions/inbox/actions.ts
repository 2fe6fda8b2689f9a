import { keepConsent } from './consent'
import { openInbox } from './open'
import { readMessages } from './read'

export const inboxActions = [openInbox, readMessages, keepConsent]
