import type { Output } from '../shared/contract/actions'
import { call } from './call'
import { keepHome } from './kept-answers'

export type Home = Output<'home.open'>

/** Everything on the home page, in one call. */
export async function openHome(): Promise<Home> {
  const home = await call('home.open', {})
  keepHome(home)
  return home
}
