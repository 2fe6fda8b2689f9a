import { type Agreed, type ConsentText } from '../../miniprogram/shared/domain/consent'
import { keyOf } from '../kernel/ids'
import { table } from '../kernel/cloud'
import { NEVER } from '../kernel/never'

/** One consent of a WeChat user: never written over, only withdrawn; giving it again is another row. */
export interface ConsentRow {
  /** Made of whose, what, and when the one before it was withdrawn: two calls at once make one. */
  readonly _id: string
  readonly openid: string
  readonly text: ConsentText
  readonly version: string
  /** ms since the epoch. */
  readonly givenAt: number
  /** ms since the epoch; NEVER = not withdrawn. */
  readonly withdrawnAt: number
}

const rows = table<ConsentRow>('consents')

/** Newest first. */
export const listConsents = (openid: string): Promise<readonly ConsentRow[]> =>
  rows.find({ openid }, { newestFirstBy: 'givenAt' })

export const doesConsent = async (openid: string, { text, version }: Agreed): Promise<boolean> =>
  (await rows.first({ openid, text, version, withdrawnAt: NEVER })) !== undefined

/** Writes a consent down; false when another call has. @param after when the one before it was withdrawn; 0 = there was none */
export const insertConsentTo = (
  openid: string,
  { text, version }: Agreed,
  after: number,
  givenAt: number,
): Promise<boolean> =>
  rows.insert({
    _id: keyOf('consent', openid, text, version, String(after)),
    openid,
    text,
    version,
    givenAt,
    withdrawnAt: NEVER,
  })

export const withdrawConsent = (openid: string, text: ConsentText, withdrawnAt: number): Promise<number> =>
  rows.update({ openid, text, withdrawnAt: NEVER }, { withdrawnAt })

/** Whoever leaves consents to nothing any more. */
export const withdrawAllConsents = (openid: string, withdrawnAt: number): Promise<number> =>
  rows.update({ openid, withdrawnAt: NEVER }, { withdrawnAt })

export const removeWithdrawnConsents = (withdrawnBefore: number): Promise<number> =>
  rows.remove({ withdrawnAt: { lessThan: withdrawnBefore } })
