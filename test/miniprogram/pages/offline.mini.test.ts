import app from '../../../miniprogram/app.json'
import { startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { QUIET_PAGES } from '../../support/quiet-pages'

const PAGES = [...app.pages, ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
const QUERY = { draftId: 'draft-1', matterId: 'matter-1', materialId: 'CL-1', fieldId: 'crew', caseNo: 'TJ-1' }

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => plugIn({ gateway: gateway.url }))
afterEach(unplug)

describe.each(PAGES.filter((path) => !QUIET_PAGES.has(path)))('%s without a network', (path) => {
  test('waits for nothing any more, and promises nothing that nobody knows', async () => {
    phone.online = false
    const page = await openPage(path, QUERY)
    await page.call('onShow').catch(() => undefined)
    await page.untilText('网络没有连上')
    expect(page.text).not.toContain('正在')
    expect(page.text).not.toMatch(/保留|不会丢失/)
  })
})
