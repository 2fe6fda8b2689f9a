import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import app from '../../miniprogram/app.json'
import { sourceFiles } from './source-files'

/** A mode is another set of tokens: whatever has a colour or a text size of its own would stay behind. */

const TOKENS = 'miniprogram/styles/tokens.wxss'
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|:\s*(?:white|black|red|gray|grey|blue|green)\b/gi
const TEXT_SIZE = /\b(?:font-size|line-height|letter-spacing):\s*[\d.]+(?:px|rpx|em|rem|pt)|\bfont:\s*[^;]*\d+px/gi
/** Ink on paper is the same in every mode: what is signed gets printed. */
const INK = ['miniprogram/packages/declare/components/field-signature/signature-pad.ts']

interface Source {
  readonly path: string
  readonly text: string
}

const styled = (ending: string): Source[] =>
  readdirSync('miniprogram', { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative('.', file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
    .filter(({ path }) => !/miniprogram_npm|\.generated\./.test(path))

/** `path: literal` of everything that a pattern finds. */
const literals = (files: readonly Source[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) => (text.match(pattern) ?? []).map((literal) => `${path}: ${literal.trim()}`))

const tokens = readFileSync(TOKENS, 'utf8')
/** The value of a token in the first, light set. */
const token = (name: string): string => new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1] ?? `no token ${name}`

test('style sheets name tokens, never a colour or a text size of their own', () => {
  const sheets = styled('.wxss').filter(({ path }) => path !== TOKENS)
  expect(sheets.length).toBeGreaterThan(40)
  expect(literals(sheets, COLOUR)).toEqual([])
  expect(literals(sheets, TEXT_SIZE)).toEqual([])
})

test('nor do templates and scripts', () => {
  const templates = styled('.wxml').map(({ path, text }) => ({
    path,
    text: (text.match(/style="[^"]*"/g) ?? []).join(),
  }))
  const scripts = sourceFiles('miniprogram').filter(({ path }) => !INK.includes(path))
  expect(literals(templates, COLOUR)).toEqual([])
  expect(literals(templates, TEXT_SIZE)).toEqual([])
  const colours = literals(scripts, /['"`]#[0-9a-f]{6}\b/gi)
  expect(colours).toEqual([`miniprogram/platform/feedback.ts: '${token('color-primary')}`])
})

test('each token that is named exists', () => {
  const named = [...styled('.wxss'), ...styled('.wxml')].flatMap(({ path, text }) =>
    [...text.matchAll(/var\(--([a-z-]+)/g)].map(([, name]) => ({ path, name })),
  )
  expect(named.length).toBeGreaterThan(300)
  const unknown = named.filter(({ name }) => !tokens.includes(`--${name}:`))
  expect(unknown).toEqual([])
})

test('what WeChat draws itself has the colours of the tokens', () => {
  expect(app.window.navigationBarBackgroundColor).toBe(token('color-page'))
  expect(app.window.backgroundColor).toBe(token('color-page'))
  expect(app.tabBar).toMatchObject({
    color: token('color-text-second'),
    selectedColor: token('color-primary'),
    backgroundColor: token('color-surface'),
  })
  const pictures = readFileSync('scripts/icons/tab-bar-pictures.ts', 'utf8')
  expect(pictures).toContain(`CALM = '${app.tabBar.color}'`)
  expect(pictures).toContain(`CHOSEN = '${app.tabBar.selectedColor}'`)
})

test('the pages of WeChat’s own bar are the page’s colour, or the office’s blue', () => {
  const allowed = [token('color-page'), token('color-hero')]
  const bars = styled('.json').flatMap(({ text }) => text.match(/(?<="navigationBarBackgroundColor": ")[^"]+/g) ?? [])
  expect(bars.length).toBeGreaterThan(0)
  expect(bars.filter((colour) => !allowed.includes(colour))).toEqual([])
})

/** Relative luminance, WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? [])
    .map((pair) => parseInt(pair, 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(token(one)), luminance(token(other))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test.each([
  ...['text', 'text-second', 'text-third', 'primary', 'turn', 'danger', 'done'].flatMap((colour) =>
    ['surface', 'page'].map((ground) => [`color-${colour}`, `color-${ground}`, 4.5] as const),
  ),
  ...['primary', 'turn', 'danger', 'done'].map((colour) => [`color-${colour}`, `color-${colour}-soft`, 4.5] as const),
  ['color-text', 'color-sunk', 4.5],
  ['color-text-second', 'color-sunk', 4.5],
  ['color-text', 'color-turn-soft', 4.5],
  ['color-text-second', 'color-turn-soft', 4.5],
  ['color-text-second', 'color-primary-soft', 4.5],
  ['color-on-primary', 'color-primary', 4.5],
  ['color-on-primary', 'color-primary-pressed', 4.5],
  ['color-surface', 'color-turn', 4.5],
  ['color-on-hero', 'color-hero', 4.5],
  ['color-on-hero', 'color-hero-chip', 4.5],
  ['color-on-hero-second', 'color-hero', 4.5],
  ['color-on-hero-second', 'color-hero-end', 4.5],
  ['color-edge', 'color-surface', 3],
] as const)('%s on %s can be read: at least %s', (colour, ground, least) => {
  expect(contrast(colour, ground)).toBeGreaterThanOrEqual(least)
})
