import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '../../../miniprogram/app.json'
import { startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { MINIPROGRAM, openPage, plugIn, unplug } from '../../support/simulate'

/** Binding reads nothing when it opens. */
const NEEDS_NOTHING = new Set(['packages/account/pages/bind/bind'])
const PAGES = [...app.pages, ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
const QUERY = { draftId: 'draft-1', matterId: 'matter-1', materialId: 'CL-1', fieldId: 'crew', caseNo: 'TJ-1' }

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => plugIn({ gateway: gateway.url }))
afterEach(unplug)

/** A page that shows an identity says that it could not be read. */
const hasBar = (path: string): boolean =>
  readFileSync(join(MINIPROGRAM, `${path}.json`), 'utf8').includes('identity-bar')

describe.each(PAGES.filter((path) => !NEEDS_NOTHING.has(path)))('%s without a network', (path) => {
  test('waits for nothing any more, and promises nothing that nobody knows', async () => {
    phone.online = false
    const page = await openPage(path, QUERY)
    await page.call('onShow').catch(() => undefined)
    await page.untilText('网络没有连上')
    expect(page.text).not.toContain('正在')
    expect(page.text).not.toMatch(/保留|不会丢失/)
    // Only where an identity is shown is it said that it is not known.
    expect(page.text.includes('没有读到当前身份')).toBe(hasBar(path))
  })
})
