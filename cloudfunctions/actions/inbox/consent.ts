import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { keyOf } from '../../kernel/ids'
import { insertConsent, listOpenConsents, MOST_OPEN } from '../../stores/reminder-consents'
import { remindersOf } from '../../domain/news/reminders'
import { templateFor } from '../../domain/news/templates'

const input = v.object({
  uses: v.pipe(v.array(v.picklist(['turn', 'progress'])), v.maxLength(2)),
  consentKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,40}$/)),
})

/**
 * The citizen agreed, in WeChat's own window, to one subscription message of each use. WeChat keeps the number that
 * counts; ours is what the page shows, and is put right when WeChat refuses a message.
 */
export const keepConsent = defineAction('inbox.consent', input, async ({ uses, consentKey }, context) => {
  const { openid } = context
  const open = await listOpenConsents(openid)
  for (const use of new Set(uses)) {
    const isFull = open.filter((consent) => consent.use === use).length >= MOST_OPEN
    if (isFull || templateFor(use) === undefined) continue
    const _id = keyOf(openid, use, consentKey)
    await insertConsent({ _id, openid, use, state: 'open', givenAt: context.now() })
  }
  return { reminders: await remindersOf(openid) }
})
