import { type SubjectType } from '../../miniprogram/shared/domain/account'

/** The One-Network user as whom somebody acts. */
interface Actor {
  readonly userId: string
  readonly subjectType: SubjectType
}

/** The provider finds all of a call's requests by our own id, which goes with each (x-trace-id): these are for the reader. */
const MOST_IDS = 20

/** What one call leaves for the audit log on its way: who acted, and under which ids the provider answered. */
export class Trail {
  private actor: Actor | undefined
  private readonly answers: string[] = []

  /** The first one counts: what is loaded after an identity was unbound is another one. */
  actsAs({ userId, subjectType }: Actor): void {
    this.actor ??= { userId, subjectType }
  }

  get actsNow(): Actor | undefined {
    return this.actor
  }

  /** @param requestId as the provider wrote it; anything that is no id is left out */
  answered(requestId: string | undefined): void {
    if (requestId !== undefined && /^[\w.-]{1,64}$/.test(requestId)) this.answers.push(requestId)
  }

  /** The first ones. */
  get upstream(): readonly string[] {
    return this.answers.slice(0, MOST_IDS)
  }
}
