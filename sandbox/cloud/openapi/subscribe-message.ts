import type Database from 'libsql'
import * as v from 'valibot'
import { type MessageTemplate } from '../deploy'
import { fieldProblem } from './template-fields'

const Request = v.object({
  touser: v.string(),
  template_id: v.string(),
  page: v.optional(v.string()),
  miniprogram_state: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
  lang: v.optional(v.string()),
  data: v.record(v.string(), v.object({ value: v.unknown() })),
})

export interface SentMessage {
  readonly openid: string
  readonly templateId: string
  readonly page: string | null
  readonly fields: Readonly<Record<string, string>>
  /** Which version of the mini-program it opens. */
  readonly state: 'developer' | 'trial' | 'formal'
  /** Epoch milliseconds. */
  readonly sentAt: number
}

export interface WeChatAnswer {
  readonly errcode: number
  readonly errmsg: string
}

interface MessageRow extends Omit<SentMessage, 'fields'> {
  readonly fields: string
}

/**
 * subscribeMessage.send as WeChat documents it: one consent pays for one message (43101 without), the template must be
 * one of deploy/subscribe-templates.json (40037), each field must be there and fit its kind (47003).
 */
export class SubscribeMessages {
  /** WeChat itself is in trouble. */
  failing = false

  constructor(
    private readonly sql: Database.Database,
    private readonly templates: () => readonly MessageTemplate[],
  ) {
    sql.exec(`create table if not exists consent(openid text, templateId text, left integer, primary key(openid, templateId));
      create table if not exists delivery(seq integer primary key, openid text, templateId text, page text, fields text, state text, sentAt integer);`)
  }

  /** The citizen agreed `times` more times to receive this message. */
  grantConsent(openid: string, templateId: string, times: number): void {
    this.sql
      .prepare(
        'insert into consent(openid, templateId, left) values(?, ?, ?) on conflict(openid, templateId) do update set left = left + excluded.left',
      )
      .run(openid, templateId, times)
  }

  sent(): SentMessage[] {
    const rows = this.sql
      .prepare('select openid, templateId, page, fields, state, sentAt from delivery order by seq')
      .all()
    return (rows as MessageRow[]).map((row) => ({
      ...row,
      fields: JSON.parse(row.fields) as Record<string, string>,
    }))
  }

  send(params: unknown): WeChatAnswer {
    if (this.failing) return { errcode: -1, errmsg: 'system error' }
    const checked = v.safeParse(Request, params)
    if (!checked.success)
      return { errcode: 47001, errmsg: `data format error: ${v.getDotPath(checked.issues[0]) ?? ''}` }
    const { touser, template_id, page, miniprogram_state, data } = checked.output
    if (!/^sandbox-openid-[a-z0-9-]{1,32}$/.test(touser)) return { errcode: 40003, errmsg: 'invalid openid' }
    const template = this.templates().find((each) => each.templateId === template_id)
    if (!template) return { errcode: 40037, errmsg: 'invalid template_id' }
    for (const field of template.fields) {
      const problem = fieldProblem(field, data[field]?.value)
      if (problem) return { errcode: 47003, errmsg: `argument invalid! data.${field}.value ${problem}` }
    }
    const spent = this.sql
      .prepare('update consent set left = left - 1 where openid = ? and templateId = ? and left > 0')
      .run(touser, template_id)
    if (spent.changes === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    const fields = Object.fromEntries(template.fields.map((field) => [field, String(data[field]?.value)]))
    this.sql
      .prepare('insert into delivery(openid, templateId, page, fields, state, sentAt) values(?, ?, ?, ?, ?, ?)')
      .run(touser, template_id, page ?? null, JSON.stringify(fields), miniprogram_state, Date.now())
    return { errcode: 0, errmsg: 'ok' }
  }
}
