import { type Agreed, type ConsentText } from '../../miniprogram/shared/domain/consent'
import { keyOf } from '../kernel/ids'
import { table } from '../kernel/cloud'

/** One consent of a WeChat user: never written over, only withdrawn; giving it again is another row. */
export interface ConsentRow {
  /** Made of whose, what, and when the one before it was withdrawn: two calls at once make one. */
  readonly _id: string
  readonly openid: string
  readonly text: ConsentText
  readonly version: string
  /** ms since the epoch. */
  readonly givenAt: number
  /** ms since the epoch; STANDS = not withdrawn. */
  readonly withdrawnAt: number
}

/** The last moment that a Date can tell. */
export const STANDS = 8_640_000_000_000_000

const rows = table<ConsentRow>('consents')

/** Newest first. */
export const listConsents = (openid: string): Promise<readonly ConsentRow[]> =>
  rows.find({ openid }, { newestFirstBy: 'givenAt' })

export const doesConsent = async (openid: string, { text, version }: Agreed): Promise<boolean> =>
  (await rows.first({ openid, text, version, withdrawnAt: STANDS })) !== undefined

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
    withdrawnAt: STANDS,
  })

export const withdrawConsent = (openid: string, text: ConsentText, withdrawnAt: number): Promise<number> =>
  rows.update({ openid, text, withdrawnAt: STANDS }, { withdrawnAt })

/** Whoever leaves consents to nothing any more. */
export const withdrawAllConsents = (openid: string, withdrawnAt: number): Promise<number> =>
  rows.update({ openid, withdrawnAt: STANDS }, { withdrawnAt })

export const removeWithdrawnConsents = (withdrawnBefore: number): Promise<number> =>
  rows.remove({ withdrawnAt: { lessThan: withdrawnBefore } })
