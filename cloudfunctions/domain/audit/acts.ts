import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { type CallBudget } from '../../kernel/context'
import { type AuditKeys, pseudonym, type PseudonymOf } from './keys'
import { type AuditEntry, writeAudit } from './write'

/** What changes the state of a case, a message or a file without the citizen's call: the scheduler and the callback. */
export type Act =
  /** The provider pushed an event (#28), and it was taken. */
  | 'event.receive'
  /** It was told, or written down as late or nobody's. */
  | 'event.handle'
  /** A change was found by asking (#27), and told. */
  | 'case.poll'
  /** WeChat has taken a reminder, or refused it for good, or it was not needed any more. */
  | 'reminder.send'
  /** What became of a declaration that was sent is known now. */
  | 'submission.settle'
  | 'supplement.settle'
  /** Something came to its end, and was removed: how many of what. */
  | 'clean-up'
  /** Whole days of this log were removed. */
  | 'audit.remove'

/** Whose it is, as far as it is known. */
interface Whose {
  readonly userId?: string
  readonly openid?: string
  readonly subjectType?: SubjectType
}

interface What {
  readonly whose?: Whose
  /** By kind: known by pseudonym only. */
  readonly hashed?: Readonly<Partial<Record<PseudonymOf, string>>>
  /** Ids of ours and counts, by kind. */
  readonly plain?: Readonly<Record<string, string | number>>
  readonly outcome: string
}

/** Writes an act of ours down. Never rejects. */
export async function writeActDown(act: Act, what: What, budget: CallBudget): Promise<void> {
  const { whose = {}, hashed = {}, plain = {}, outcome } = what
  const entryOf = (keys: AuditKeys): AuditEntry => ({
    user: pseudonym(keys, 'user', whose.userId ?? ''),
    wechat: pseudonym(keys, 'wechat', whose.openid ?? ''),
    identity: whose.subjectType ?? '',
    action: act,
    objects: [
      ...Object.entries(hashed).map(([kind, value]) => `${kind}#${pseudonym(keys, kind as PseudonymOf, value)}`),
      ...Object.entries(plain).map(([kind, value]) => `${kind}:${value}`),
    ],
    outcome,
    requestId: budget.requestId,
    upstream: budget.trail?.upstream ?? [],
  })
  await writeAudit(entryOf, budget)
}
