import { toLoginName } from '../../../miniprogram/shared/domain/login-name'
import { type AuditKeys, pseudonym, type PseudonymOf } from './keys'

/** Ids of ours are random, and say nothing of anybody; a matter and a kind of identity are no person. */
const PLAIN: readonly string[] = [
  'draft',
  'attachment',
  'supplement',
  'import',
  'archive',
  'matter',
  'subjectType',
  'kind',
  'text',
]
const HASHED: Readonly<Record<string, PseudonymOf>> = {
  case: 'case',
  account: 'account',
  file: 'file',
  document: 'document',
  earlier: 'earlier',
}

/** `caseNo` → case, `draftId` → draft. */
const kindOf = (member: string): string => member.replace(/(Id|No)$/, '')

/**
 * What an act was done to, as the audit log says it: `draft:<id>`, or `case#<pseudonym>`. Undefined for what is not known to be
 * harmless and has no pseudonym, and for what is no text.
 */
export function auditObject(keys: AuditKeys, member: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  const kind = kindOf(member)
  if (PLAIN.includes(kind)) return /^[\w.-]{1,64}$/.test(value) ? `${kind}:${value}` : undefined
  const hashed = HASHED[kind]
  if (hashed === undefined) return undefined
  // One account, however it was typed.
  return `${kind}#${pseudonym(keys, hashed, kind === 'account' ? toLoginName(value) : value)}`
}
