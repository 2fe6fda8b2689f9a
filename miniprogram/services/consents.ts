import type { Output } from '../shared/contract/actions'
import { agreedToday, type ConsentText } from '../shared/domain/consent'
import { call } from './call'

export type Consents = Output<'consent.list'>

/** What I have agreed to, and when. */
export const listConsents = (): Promise<Consents> => call('consent.list', {})

/** Agrees to today's version of these texts. */
export const giveConsents = (...texts: readonly ConsentText[]): Promise<Consents> =>
  call('consent.give', { agreed: agreedToday(...texts) })

/** Takes the consent to sensitive data back. */
export const withdrawSensitive = (): Promise<Consents> => call('consent.withdraw', { text: 'sensitive' })
