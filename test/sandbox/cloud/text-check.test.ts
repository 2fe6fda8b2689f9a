import { REVIEW_SAMPLE, RISKY_SAMPLE } from '../../../sandbox/cloud/openapi/text-check'
import { failureOf, useSdk, type Sdk } from './sdk'
import { startTestCloud, type TestCloud } from './start-test-cloud'

let cloud: TestCloud
let sdk: Sdk

beforeAll(async () => {
  cloud = await startTestCloud()
  sdk = useSdk(cloud)
})
afterAll(() => cloud.dispose())

const TEXT = { openid: 'sandbox-openid-anna', scene: 2, version: 2, content: '办得很快' }
const check = (change: object = {}) => sdk.openapi.security.msgSecCheck({ ...TEXT, ...change })

test.each([
  ['办得很快', 'pass'],
  [`前${RISKY_SAMPLE}后`, 'risky'],
  [`前${REVIEW_SAMPLE}后`, 'review'],
  ['字'.repeat(2500), 'pass'],
])('%.20s: %s', async (content, suggest) => {
  expect(await check({ content })).toMatchObject({ errCode: 0, result: { suggest } })
})

test.each([
  ['a text of 2,501 characters', { content: '字'.repeat(2501) }, 47001],
  ['no text', { content: '' }, 44002],
  ['another scene', { scene: 5 }, 40129],
  ['the version before', { version: 1 }, 47001],
  ['somebody who is none', { openid: 'o12345' }, 40003],
])('refuses %s', async (_name, change, errCode) => {
  expect((await failureOf(() => check(change))).errCode).toBe(errCode)
})

test('in trouble it answers a system error', async () => {
  cloud.troubleTextCheck('fails')
  expect((await failureOf(() => check())).errCode).toBe(-1)
  cloud.troubleTextCheck('none')
  expect((await check()).errCode).toBe(0)
})
