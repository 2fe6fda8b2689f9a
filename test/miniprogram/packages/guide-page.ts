import { type Gateway, startGateway } from '../../support/gateway'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { MATTER_PAGE } from '../fixtures'

/** The guide page of a matter, and a gateway that answers. */

export let gateway: Gateway

export const openGuide = (query: Record<string, string> = { matterId: 'SX-NURSE' }) =>
  openPage('packages/matter/pages/guide/guide', query)

/** What stands above is there from the first test on, and closed after the last. */
export function prepareGuide(): void {
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.close())
  beforeEach(() => {
    gateway.calls.length = 0
    gateway.handlers = { 'matter.open': () => MATTER_PAGE }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)
}
