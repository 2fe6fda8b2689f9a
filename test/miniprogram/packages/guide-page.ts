import { type Gateway, startGateway } from '../../support/gateway'
import type { Screen } from '../../support/screen'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { MATTER_PAGE } from '../fixtures'

/** The guide page of a matter, and a gateway that answers. */

export let gateway: Gateway

export const openGuide = (query: Record<string, string> = { matterId: 'SX-NURSE' }) =>
  openPage('packages/matter/pages/guide/guide', query)

/** Opens what is folded: all rows of the guide, all materials and what is behind each. */
export async function unfold(page: Screen): Promise<void> {
  for (const fold of page.all('.guide-fold')) await fold.tap('.fold')
  const materials = page.find('.materials')
  if (materials.has('.whole')) await materials.tap('.whole')
  for (const row of materials.all('.material-head')) await row.tap()
}

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
