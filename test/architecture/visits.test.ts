import { sourceFiles, within } from './source-files'

const miniprogram = sourceFiles('miniprogram').filter(({ path }) => !within(path, 'miniprogram/shared'))
const pages = miniprogram.filter(({ path }) => /^miniprogram\/(pages|packages)\/(?!.*\/components\/)/.test(path))

test('the pages are found', () => {
  expect(pages.filter(({ text }) => text.includes('\nPage({')).length).toBeGreaterThan(15)
})

test('what an instance works with is held by its visit: nobody else keeps a WeakMap', () => {
  const keepers = miniprogram.filter(({ text }) => /\bnew WeakMap\b/.test(text))
  expect(keepers.map(({ path }) => path)).toEqual(['miniprogram/behaviors/visit.ts'])
})

test('pages and their sessions write through the visit: nothing else would end with it', () => {
  const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  expect(pages.filter(({ text }) => /\bsetData\b/.test(code(text))).map(({ path }) => path)).toEqual([])
})

test('a page has no members besides look, data and handlers; the end of its visit is a handler', () => {
  const members = pages.flatMap(({ path, text }) => {
    const body = text.split('\nPage({\n')[1]?.split('\n})\n')[0] ?? ''
    const named = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name)
    return named.filter((name) => !['behaviors', 'data', 'onUnload'].includes(name)).map((name) => `${path}: ${name}`)
  })
  expect(members).toEqual([])
})
