import app from '../../miniprogram/app.json'
import { refuse, startGateway, type Gateway, type Refusal } from '../support/gateway'
import { phone } from '../support/phone'
import { openPage, plugIn, unplug } from '../support/simulate'
import { QUIET_PAGES } from '../support/quiet-pages'

const PAGES = [...app.pages, ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
const QUERY = { draftId: 'draft-1', matterId: 'matter-1', materialId: 'CL-1', fieldId: 'crew', caseNo: 'TJ-1' }

let gateway: Gateway
let release: () => void
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  const held = new Promise<Refusal>((resolve) => {
    release = () => resolve(refuse({ code: 'INTERNAL', retryable: true }))
  })
  gateway.calls.length = 0
  // Whatever is asked is answered late.
  gateway.handlers = new Proxy({}, { get: () => () => held })
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

/** What a page sets when its answers come late and the network comes back, after it was left or not. */
async function lateWrites(path: string, isLeft: boolean): Promise<object[]> {
  const page = await openPage(path, QUERY)
  const { instance } = page.node
  const writes = jest.spyOn(instance as { setData(patch: object): void }, 'setData')
  if (isLeft) await page.call('onUnload')
  const asked = gateway.calls.length
  release()
  await page.rest(60)
  phone.networkListeners.forEach((tell) => tell({ isConnected: true, networkType: 'wifi' }))
  if (isLeft) await page.call('onShow').catch(() => undefined)
  await page.rest(60)
  if (isLeft) expect(gateway.calls).toHaveLength(asked)
  return writes.mock.calls.map(([patch]) => patch)
}

describe.each(PAGES)('%s', (path) => {
  test('nothing writes to it any more once it was left', async () => {
    expect(await lateWrites(path, true)).toEqual([])
  })

  if (QUIET_PAGES.has(path)) return
  test('while it is there, the late answer is shown', async () => {
    expect((await lateWrites(path, false)).length).toBeGreaterThan(0)
  })
})
