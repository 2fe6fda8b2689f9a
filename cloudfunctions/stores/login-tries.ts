import { table } from '../kernel/cloud'

/** One try to log in that was not right, or of which nobody knows yet. */
export interface LoginTry {
  /** Random. */
  readonly id: string
  /** ms since the epoch. */
  readonly at: number
  /** Keyed hash of the other side: of the account in a WeChat user's row, of the WeChat user in an account's; '' = not ours. */
  readonly by: string
  /** The provider has not answered yet. */
  readonly open: boolean
}

/** The tries that count against one WeChat user or one account, the oldest first. */
export interface LoginTriesRow {
  /** Keyed hash of what they count against. */
  readonly _id: string
  readonly tries: readonly LoginTry[]
  /** Grows with every change: two instances never write over each other. */
  readonly revision: number
  /** ms since the epoch; for the clean-up. */
  readonly changedAt: number
}

const rows = table<LoginTriesRow>('login_tries')

export const findLoginTries = (_id: string): Promise<LoginTriesRow | undefined> => rows.first({ _id })

/** Writes the tries down unless somebody else did since `before` was read: then false, and nothing changes. */
export async function replaceLoginTries(
  _id: string,
  before: LoginTriesRow | undefined,
  tries: readonly LoginTry[],
  changedAt: number,
): Promise<boolean> {
  if (!before) return rows.insert({ _id, tries, revision: 1, changedAt })
  const { revision } = before
  return (await rows.update({ _id, revision }, { tries, revision: revision + 1, changedAt })) === 1
}

export const removeOldLoginTries = (changedBefore: number): Promise<number> =>
  rows.remove({ changedAt: { lessThan: changedBefore } })
