import type { Prepare } from './browser'

/** A page without an origin has no storage. */
const SEEN = `if (location.protocol === 'http:') {
  const asked = new URLSearchParams(location.search).get('citizen')
  const citizen = asked ?? localStorage.getItem('sandbox.citizen') ?? 'citizen-1'
  localStorage.setItem('wx:' + citizen + ':guide.seen', '{"value":true}')
}`

/**
 * The phone of somebody who knows the app: its storage says that the first-time guide was seen, for whichever fictional
 * citizen a page opens, so that home is home. Only tests of the guide itself go without.
 */
export const knowsTheApp: Prepare = async (context) => {
  await context.addInitScript(SEEN)
}
