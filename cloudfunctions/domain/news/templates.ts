import deployed from '../../../deploy/subscribe-templates.json'
import { type ReminderUse } from '../../../miniprogram/shared/domain/message'

/**
 * A template of subscription messages that the office was granted (deploy/subscribe-templates.json). Its fields are, in
 * this order: the matter, what happened, when, what to do now.
 */
export interface Template {
  readonly templateId: string
  readonly use: ReminderUse
  readonly fields: readonly string[]
}

const isUse = (use: string): use is ReminderUse => use === 'turn' || use === 'progress'

/** The templates that can be used; none = the inbox is all there is. */
export const TEMPLATES: readonly Template[] = (
  deployed as readonly { templateId: string; use: string; fields: readonly string[] }[]
).flatMap(({ templateId, use, fields }) => (isUse(use) ? [{ templateId, use, fields }] : []))

export const templateFor = (use: ReminderUse): Template | undefined =>
  TEMPLATES.find((template) => template.use === use)
