import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MINIPROGRAM, plugIn, renderComponent, unplug } from '../../support/simulate'
import { WORDS } from '../../../miniprogram/shared/domain/words'

beforeEach(() => plugIn())
afterEach(unplug)

const render = (words: readonly string[]) => renderComponent('components/help-word/help-word', { words })

test('says for a screen reader what it explains, and opens one sentence for each word', async () => {
  const help = render(['受理', '补正'])
  await help.rest()
  expect(help.find('.help-mark').node.dom?.getAttribute('aria-label') ?? help.node.data['spoken']).toBe(
    '什么是受理、补正',
  )
  expect(help.text).toBe('')
  await help.tap('.help-mark')
  await help.untilText(WORDS['受理'])
  expect(help.text).toContain(WORDS['补正'])
  expect(help.find('.help-sheet').node.data).toMatchObject({ open: true, title: '这些词的意思' })
  await help.emit('.help-sheet', 'close', {})
  expect(help.find('.help-sheet').node.data).toMatchObject({ open: false })
})

test('one word names itself in the title; without a word there is no mark', async () => {
  const one = render(['一网通'])
  await one.rest()
  expect(one.node.data['title']).toBe('什么是一网通')
  const none = render([])
  await none.rest()
  expect(none.has('.help-mark')).toBe(false)
})

describe('the words', () => {
  const files = readdirSync(MINIPROGRAM, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|wxml)$/.test(entry.name) && entry.name !== 'words.ts')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('miniprogram_npm'))
    .map((path) => readFileSync(path, 'utf8'))
  const inTemplates = files.flatMap((text) =>
    [...text.matchAll(/<help-word [^>]*words="\{\{\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
    ),
  )

  test('that a template names are explained', () => {
    expect(inTemplates).toContain('一网通')
    expect(inTemplates.filter((word) => !Object.hasOwn(WORDS, word))).toEqual([])
  })

  test.each(Object.entries(WORDS))('%s is explained somewhere, in a plain sentence or two', (word, meaning) => {
    expect(files.some((text) => text.includes(`'${word}'`))).toBe(true)
    expect(meaning).toMatch(/^[^！]{10,90}。$/)
    // Not by itself.
    expect(meaning.startsWith(word)).toBe(false)
  })
})
