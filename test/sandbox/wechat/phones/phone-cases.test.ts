import { join } from 'node:path'
import { findWxUses } from '../../../../sandbox/wechat/build/wx-usage'
import { PROVIDED, WECHAT_ONLY } from '../../../../sandbox/wechat/runtime/wx/provided'
import { PHONE_CASES } from './cases'
import { usedApis } from './used-apis'

const used = [...new Set(findWxUses(join(__dirname, '../../../../miniprogram')).map(({ api }) => api))].sort()
const withCase = new Set(PHONE_CASES.map(({ api }) => api))

test('every interface of wx that the mini-program uses has a case', () => {
  expect(used.length).toBeGreaterThan(30)
  expect(used.filter((api) => !withCase.has(api))).toEqual([])
})

test('the cases that run are those of the interfaces that the source uses now', () => {
  expect(usedApis().sort()).toEqual(used)
})

test('a case is about an interface that is there, and has a title of its own', () => {
  const known = new Set<string>([...PROVIDED, ...Object.keys(WECHAT_ONLY)])
  expect([...withCase].filter((api) => !known.has(api))).toEqual([])
  expect(new Set(PHONE_CASES.map(({ api, asks }) => `${api} ${asks}`)).size).toBe(PHONE_CASES.length)
  expect(PHONE_CASES.filter(({ api, wechatOnly }) => (wechatOnly ?? false) !== api in WECHAT_ONLY)).toEqual([])
})
