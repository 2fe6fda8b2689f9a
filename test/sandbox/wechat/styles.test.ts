import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NpmResolution } from '../../../sandbox/wechat/build/npm-resolution'
import { compileStyle } from '../../../sandbox/wechat/build/styles'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wxss-'))
})

afterEach(() => rmSync(root, { recursive: true }))

async function compile(wxss: string, scope?: string): Promise<string> {
  const file = join(root, 'a.wxss')
  writeFileSync(file, wxss)
  const css = await compileStyle(file, new NpmResolution(root), { scope, hostPath: 'components/a/a' })
  return css.replace(/\s+/g, ' ').trim()
}

it('counts rpx by the width of the phone, in a condition as half a pixel', async () => {
  expect(await compile('.a { margin: -10rpx 7.5rpx }')).toBe(
    '.a { margin: calc(-10 * var(--rpx)) calc(7.5 * var(--rpx)) }',
  )
  expect(await compile('@media (min-width: 750rpx) { .a { color: red } }')).toContain('(min-width: 375px)')
})

it('gives an isolated component its own class names, and knows its host', async () => {
  expect(await compile('.a.b > .c:first-child, :host { color: red }', 's1')).toBe(
    '.s1--a.s1--b > .s1--c:first-child,[mp-host="components/a/a"] { color: red }',
  )
})

it('leaves the class names of pages and the steps of an animation alone', async () => {
  expect(await compile('.a { color: red }')).toBe('.a { color: red }')
  expect(await compile('@keyframes k { from { top: 0 } 50% { top: 1px } }', 's1')).toBe(
    '@keyframes k { from { top: 0 } 50% { top: 1px } }',
  )
})

it('maps built-in tags and the page', async () => {
  expect(await compile('page view, .x text { color: red }')).toBe(
    '.mp-page taro-view-core, .x taro-text-core { color: red }',
  )
})

it('follows imports from the root and from the file', async () => {
  writeFileSync(join(root, 'shared.wxss'), '.shared { color: red }')
  expect(await compile("@import '/shared.wxss'; @import './shared.wxss'; .a { top: 0 }", 's1')).toContain('.s1--shared')
})

it('drops fonts of other hosts and puts the web font behind Chinese families', async () => {
  expect(await compile("@font-face { font-family: t; src: url('https://cdn.example/t.woff') } .a { top: 0 }")).toBe(
    '.a { top: 0 }',
  )
  expect(await compile('.a { font-family: PingFang SC, sans-serif }')).toBe(
    '.a { font-family: PingFang SC, "Noto Sans SC", sans-serif }',
  )
  expect(await compile('.a { font: 16px/24px var(--f, PingFang SC, Microsoft YaHei, Arial) }')).toBe(
    '.a { font: 16px/24px var(--f, PingFang SC, Microsoft YaHei, "Noto Sans SC", Arial) }',
  )
  expect(await compile('.a { font-family: Georgia, serif }')).toBe('.a { font-family: Georgia, "Noto Sans SC", serif }')
})
