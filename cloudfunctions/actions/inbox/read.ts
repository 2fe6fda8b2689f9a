import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { countUnread, markRead } from '../../stores/messages'
import { requireIdentity } from '../../domain/account/identity'

const messageId = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))
const input = v.object({ messageIds: v.optional(v.pipe(v.array(messageId), v.maxLength(100))) })

/** Marks messages of the active identity as read: these, or all of them. Another's id changes nothing. */
export const readMessages = defineAction('inbox.read', input, async ({ messageIds }, context) => {
  const active = await requireIdentity(context)
  await markRead(active, messageIds)
  return { unread: await countUnread(active) }
})
