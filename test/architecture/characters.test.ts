import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './source-files'

const SOURCES = ['miniprogram', 'cloudfunctions'].flatMap(sourceFiles)

test('characters that nobody sees, or that have another width, stand in one list', () => {
  const own = SOURCES.filter(({ text }) => /\\p\{C|\\u200[b-f]|\\u\{?200b|0xfee0|\\uff01/i.test(text))
  expect(own.map(({ path }) => path)).toEqual([
    'miniprogram/shared/form/characters.ts',
    'miniprogram/shared/form/text.ts',
  ])
})

test('no box cuts what is typed or pasted; WeChat’s own limit is 140 characters', () => {
  const folder = join(__dirname, '..', '..', 'miniprogram')
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.wxml') && !path.includes('miniprogram_npm'),
  )
  const boxes = pages.flatMap((path) =>
    [...readFileSync(join(folder, path), 'utf8').matchAll(/<(?:input|textarea)\b[^>]*>/g)].map(
      ([tag]) => `${path}: ${tag}`,
    ),
  )
  expect(boxes.length).toBeGreaterThan(6)
  expect(boxes.filter((box) => !box.includes('maxlength="{{-1}}"'))).toEqual([])
})
