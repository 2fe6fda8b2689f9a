import type { Output } from '../shared/contract/actions'
import { call } from './call'

export type OpenedCredit = Output<'credit.open'>

/** What the credit service says of the active enterprise; its own failure is part of the answer. */
export const openCredit = (): Promise<OpenedCredit> => call('credit.open', {})
