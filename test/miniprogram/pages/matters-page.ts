import { type Gateway, startGateway } from '../../support/gateway'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, FREIGHT, NURSE } from '../fixtures'

/** The page of all matters, and a gateway that answers. */

export let gateway: Gateway
export const DOWN = { code: 'UPSTREAM_UNAVAILABLE', retryable: true } as const

export async function openMatters() {
  const page = await openPage('pages/matters/matters')
  await page.untilText('共 2 项')
  return page
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareMatters(): void {
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.close())
  beforeEach(() => {
    gateway.calls.length = 0
    gateway.handlers = { 'matter.list': () => ({ account: AS_PERSON, matters: [FREIGHT, NURSE] }) }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)
}
