import { type AuditKeys, pseudonym } from '../../cloudfunctions/domain/audit/keys'
import { auditObject } from '../../cloudfunctions/domain/audit/objects'
import type { AuditRow } from '../../cloudfunctions/stores/audit-log'
import { inOrder } from '../../cloudfunctions/domain/audit/signed'
import { toBeijingDate, toBeijingTime } from '../../miniprogram/shared/domain/time'

/** What is looked for: names of members, and values as people know them. All of them must fit. */
export const CRITERIA = {
  /** One-Network user id. */
  user: ({ user }: AuditRow, value: string, keys: AuditKeys) => user === pseudonym(keys, 'user', value),
  openid: ({ wechat }: AuditRow, value: string, keys: AuditKeys) => wechat === pseudonym(keys, 'wechat', value),
  /** Case number. */
  case: ({ objects }: AuditRow, value: string, keys: AuditKeys) =>
    objects.includes(auditObject(keys, 'caseNo', value) ?? ''),
  /** Login name: who tried to bind it. */
  account: ({ objects }: AuditRow, value: string, keys: AuditKeys) =>
    objects.includes(auditObject(keys, 'account', value) ?? ''),
  /** As a row says it: draft:…, case#…, or an id of ours alone. */
  object: ({ objects }: AuditRow, value: string) =>
    objects.some((object) => object === value || object.split(/[:#]/)[1] === value),
  action: ({ action }: AuditRow, value: string) => action === value || action.startsWith(`${value}.`),
  outcome: ({ outcome }: AuditRow, value: string) => outcome === value,
  /** Ours or the provider's. */
  request: ({ requestId, upstream }: AuditRow, value: string) => requestId === value || upstream.includes(value),
  /** First and last day, in Beijing. */
  from: ({ at }: AuditRow, value: string) => toBeijingDate(at) >= value,
  to: ({ at }: AuditRow, value: string) => toBeijingDate(at) <= value,
} as const satisfies Readonly<Record<string, (row: AuditRow, value: string, keys: AuditKeys) => boolean>>

export type Wanted = { readonly [K in keyof typeof CRITERIA]?: string }

/** In the order of time. */
export function findRows(rows: readonly AuditRow[], wanted: Wanted, keys: AuditKeys): readonly AuditRow[] {
  const names = (Object.keys(CRITERIA) as (keyof typeof CRITERIA)[]).filter((name) => wanted[name] !== undefined)
  return inOrder(rows.filter((row) => names.every((name) => CRITERIA[name](row, wanted[name] ?? '', keys))))
}

/** One line for people. */
export function lineOf({
  at,
  user,
  wechat,
  identity,
  action,
  objects,
  outcome,
  requestId,
  upstream,
}: AuditRow): string {
  const who = [`user ${user.slice(0, 8) || '-'}`, `wechat ${wechat.slice(0, 8) || '-'}`, identity || '-'].join(' ')
  const provider = upstream.length > 0 ? ` · provider ${upstream.join(' ')}` : ''
  return `${toBeijingTime(at)}  ${action} ${outcome}  ${objects.join(' ') || '-'}  (${who}; request ${requestId}${provider})`
}
