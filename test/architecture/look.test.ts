import { readFileSync } from 'node:fs'
import app from '../../miniprogram/app.json'

/** A page without the look would stay small and white in 关怀模式 and in the dark. */

const pages = [...app.pages, ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]

test.each(pages)('%s wears the look: on its root view, and nothing beside it', (page) => {
  const script = readFileSync(`miniprogram/${page}.ts`, 'utf8')
  expect(script).toMatch(/^Page\(\{\n {2}behaviors: \[look\],$/m)
  const template = readFileSync(`miniprogram/${page}.wxml`, 'utf8')
  expect(template).toMatch(/^<view class="\{\{look\}\}">\n[^]*\n<\/view>\n$/)
  // What stands at the left edge is outside of the root view.
  expect(template.split('\n').filter((line) => /^\S/.test(line))).toEqual(['<view class="{{look}}">', '</view>'])
})
