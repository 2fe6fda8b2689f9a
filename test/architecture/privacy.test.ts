import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import declared from '../../deploy/privacy.json'
import { findWxUses } from '../../sandbox/wechat/build/wx-usage'
import { PRIVATE_TYPES, privateUses, undeclaredApis } from '../../sandbox/wechat/privacy'
import { sourceFiles } from './source-files'

const templates = readdirSync('miniprogram', { withFileTypes: true, recursive: true })
  .filter(({ name, parentPath }) => name.endsWith('.wxml') && !parentPath.includes('miniprogram_npm'))
  .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8'))
const scripts = sourceFiles('miniprogram')
const usedApis = findWxUses('miniprogram')
const uses = privateUses(new Set(usedApis.map(({ api }) => api)), {
  scripts: scripts.map(({ text }) => text),
  templates,
})

test('deploy/privacy.json declares what the mini-program uses of WeChat’s table, and nothing else', () => {
  const listed = declared.flatMap(({ type, uses: those }) => those.map((use) => `${type}: ${use}`))
  expect(templates.length).toBeGreaterThan(50)
  expect(listed.sort()).toEqual(uses.map(({ type, use }) => `${type}: ${use}`).sort())
})

test('each type has a purpose that the office can copy into the console', () => {
  for (const { type, purpose } of declared) {
    expect(PRIVATE_TYPES.map((known) => known.type)).toContain(type)
    expect(purpose).toMatch(/^[\u4e00-\u9fa5，、；“”]{10,50}$/)
  }
})

test('a declared interface is called in platform/ only, through platform/privacy.ts', () => {
  const apis = new Set(uses.map(({ use }) => use.replace('wx.', '')))
  const callers = new Set(
    usedApis.filter(({ api }) => apis.has(api)).map(({ file }) => file.split('miniprogram/')[1] ?? file),
  )
  expect([...callers].sort()).toEqual(['platform/calendar.ts', 'platform/clipboard.ts', 'platform/media.ts'])
  for (const { path, text } of scripts) {
    for (const api of apis) {
      const calls = text.split(`wx.${api}(`).length - 1
      const guarded = text.match(new RegExp(`\\baskWeChat\\([^()]*\\(\\) =>\\s*wx\\.${api}\\(`, 'g'))?.length ?? 0
      expect(`${path}: ${guarded} of ${calls}`).toBe(`${path}: ${calls} of ${calls}`)
    }
  }
})

test.each([
  ['<button class="x" open-type="getPhoneNumber|agreePrivacyAuthorization">', '收集你的手机号'],
  ['<camera flash="off" />', '访问你的摄像头'],
  ['<input\n  type="nickname"\n/>', '收集你的昵称、头像'],
])('a component of the table is found in a template: %s', (template, type) => {
  const found = privateUses(new Set(), { scripts: [], templates: [template] })
  expect(found.map((use) => use.type)).toEqual([type])
})

test('what is not declared is refused, what is declared is not', () => {
  expect(undeclaredApis(['收集你选中的文件'])).toContain('setClipboardData')
  expect(undeclaredApis(declared.map(({ type }) => type))).not.toContain('setClipboardData')
})
