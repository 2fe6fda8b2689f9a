import { ACTION_FACTS } from '../../../miniprogram/shared/contract/actions'
import { type ActionFacts } from '../../../miniprogram/shared/contract/actions/facts'
import { type WriteDown } from '../../kernel/define-function'
import { type AuditKeys, pseudonym } from './keys'
import { auditObject } from './objects'
import { type AuditEntry, writeAudit } from './write'

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** What was made: an id of that name, or an object that has one. */
function made(name: string, output: unknown): readonly [string, unknown] {
  const value = membersOf(output)[name]
  return typeof value === 'string' ? [name, value] : [`${name}Id`, membersOf(value)[`${name}Id`]]
}

/**
 * Writes a citizen's call down as its facts say (ACTION_FACTS of the contract): each change whatever came of it, each look as
 * somebody. One round trip, after the outcome is known and before it is answered: a function may be frozen after that.
 */
export const writeCallDown: WriteDown = async ({ action, input, outcome, output }, context, deadline) => {
  const facts: ActionFacts = ACTION_FACTS[action]
  const acting = context.trail.actsNow
  if (facts.audit === 'nothing' || (facts.audit === 'look' && !acting)) return
  const named = (facts.objects ?? []).map((member): readonly [string, unknown] => [member, membersOf(input)[member]])
  const all = facts.made === undefined ? named : [...named, made(facts.made, output)]
  const entryOf = (keys: AuditKeys): AuditEntry => ({
    user: pseudonym(keys, 'user', acting?.userId ?? ''),
    wechat: pseudonym(keys, 'wechat', context.openid),
    identity: acting?.subjectType ?? '',
    action,
    objects: all.flatMap(([member, value]) => auditObject(keys, member, value) ?? []),
    outcome,
    requestId: context.requestId,
    upstream: context.trail.upstream,
  })
  await writeAudit(entryOf, { requestId: context.requestId, deadline })
}
