import type { Output } from '../shared/contract/actions'
import { call } from './call'

export type Home = Output<'home.open'>

/** Everything on the home page, in one call. */
export const openHome = (): Promise<Home> => call('home.open', {})
