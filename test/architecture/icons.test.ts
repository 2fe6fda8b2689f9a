import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './source-files'
import { ICON_NAMES } from '../../miniprogram/components/svg-icon/icon-names'

const templates = readdirSync('miniprogram', { withFileTypes: true, recursive: true })
  .filter(({ name, parentPath }) => name.endsWith('.wxml') && !parentPath.includes('miniprogram_npm'))
  .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8'))

/** Names that stand in the templates as they are, and those between which an expression chooses. */
const named = templates.flatMap((text) =>
  [...text.matchAll(/<svg-icon[^>]*\sname="([^"]*)"|\sicon="([^"]*)"/g)].flatMap(([, name = '', icon = '']) => {
    const value = name || icon
    return value.startsWith('{{') ? [...value.matchAll(/[?:] '([\w-]+)'/g)].map(([, chosen = '']) => chosen) : [value]
  }),
)

test('every icon that a page names is drawn', () => {
  expect(named.length).toBeGreaterThan(4)
  expect(named.filter((name) => !ICON_NAMES.some((known) => known === name))).toEqual([])
})

test('every icon that is drawn is shown somewhere', () => {
  const sources = [
    ...templates,
    ...sourceFiles('miniprogram')
      .filter(({ path }) => !path.endsWith('icon-names.ts'))
      .map(({ text }) => text),
  ]
  const shown = (name: string): boolean =>
    sources.some((text) => text.includes(`'${name}'`) || text.includes(`"${name}"`))
  expect(ICON_NAMES.filter((name) => !shown(name))).toEqual([])
})

test('no icon comes from TDesign’s font, which is loaded from a foreign host', () => {
  const used = readdirSync('miniprogram', { withFileTypes: true, recursive: true })
    .filter(({ name, parentPath }) => name.endsWith('.json') && !parentPath.includes('miniprogram_npm'))
    .flatMap(
      ({ name, parentPath }) =>
        readFileSync(join(parentPath, name), 'utf8').match(/tdesign-miniprogram\/[\w-]+/g) ?? [],
    )
  expect(used).toContain('tdesign-miniprogram/button')
  const drawing = ['icon', 'checkbox', 'radio', 'cell', 'navbar', 'image-viewer', 'upload', 'search', 'input']
  expect(used.filter((path) => drawing.includes(path.split('/')[1] ?? ''))).toEqual([])
})
