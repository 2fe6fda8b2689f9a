import { barriersOf, faintText } from '../../support/barriers'
import { DESKTOP } from '../../support/browser'
import { fileCase } from '../one-network/filing'
import { NURSE_ITEM } from '../one-network/filing-provider'
import { deskFaults, openCase, openDesk, page, prepareDesk, test } from './desk-page'

/** Every view of the desk, as far as it can be measured. */

prepareDesk()

/** A case in which every field is filled in and every material has its files. */
let filed: string

/** Every view of the desk, one after the other, with what is found in each. */
async function inEachView(find: () => Promise<string[]>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = { list: await find() }
  await openCase(filed)
  await page.getByRole('checkbox').first().check()
  await page.getByText('测试：设定状态、推送事件').click()
  for (const tab of ['材料', '填写内容', '补正', '进度']) {
    await page.getByRole('tab', { name: tab }).click()
    // Along with it: a list without a case.
    if (tab === '进度') await page.locator('#search').fill('没有这样的办件')
    found[tab] = await find()
  }
  await page.locator('#open-drawer').click()
  for (const tab of ['故障', '推送', '最近请求']) {
    await page.getByRole('dialog').getByRole('tab', { name: tab }).click()
    found[tab] = await find()
  }
  return found
}

const withoutFaults = (found: Record<string, string[]>): void =>
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((view) => [view, []])))

describe('what can be measured', () => {
  beforeEach(async () => {
    filed = await fileCase(test, test.nurse, NURSE_ITEM)
    test.provider.office.pushEvent(filed, 'EXPERT_REVIEW_STARTED', '专家评审开始')
    test.provider.faults.set({ match: { functionNo: 10 }, kind: 'credit-down' })
    test.provider.faults.set({ match: {}, kind: 'slow', delayMs: 1, forMs: 600_000 })
    await test.client.login(test.nurse)
  })

  it.each([DESKTOP, { width: 1024, height: 768 }])(
    'nothing is cut, too small or out of the window at $width×$height',
    async (viewport) => {
      await openDesk({ viewport })
      withoutFaults(await inEachView(deskFaults))
    },
    60_000,
  )

  // The dark differs in its colours alone.
  it.each([
    ['light', barriersOf],
    ['dark', faintText],
  ] as const)(
    'axe finds nothing, %s',
    async (colorScheme, find) => {
      await openDesk({ colorScheme })
      withoutFaults(await inEachView(() => find(page)))
    },
    120_000,
  )
})
