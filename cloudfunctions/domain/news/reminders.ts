import { type Reminders } from '../../../miniprogram/shared/domain/message'
import { listOpenConsents } from '../../stores/reminder-consents'
import { TEMPLATES } from './templates'

/** The templates, and how many messages of each may still be sent to this citizen. */
export async function remindersOf(openid: string): Promise<Reminders> {
  if (TEMPLATES.length === 0) return []
  const open = await listOpenConsents(openid)
  return TEMPLATES.map(({ use, templateId }) => ({
    use,
    templateId,
    left: open.filter((consent) => consent.use === use).length,
  }))
}
