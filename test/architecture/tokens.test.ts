import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import app from '../../miniprogram/app.json'
import { BAR_COLOURS } from '../../miniprogram/platform/bar-colours'
import theme from '../../miniprogram/theme.json'
import { sourceFiles } from './source-files'

/** A mode is another set of tokens: whatever has a colour or a text size of its own would stay behind. */

const TOKENS = 'miniprogram/styles/tokens.wxss'
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|:\s*(?:white|black|red|gray|grey|blue|green)\b/gi
const TEXT_SIZE = /\b(?:font-size|line-height|letter-spacing):\s*[\d.]+(?:px|rpx|em|rem|pt)|\bfont:\s*[^;]*\d+px/gi
/** Ink on paper is the same in every mode: what is signed gets printed. */
const INK = ['miniprogram/packages/declare/components/field-signature/signature-pad.ts']
/** What WeChat draws itself takes no variable: compared with the tokens below. */
const BARS = 'miniprogram/platform/bar-colours.ts'

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
type Mode = keyof typeof theme

/** The sets: light on `page`, and what is different in the dark. */
const SETS: Readonly<Record<Mode, string>> = {
  light: tokens.slice(0, tokens.indexOf('.look-dark {')),
  dark: tokens.slice(tokens.indexOf('.look-dark {'), tokens.indexOf('.look-large {')),
}
const valueIn = (set: string, name: string): string | undefined => new RegExp(`--${name}: ([^;]+);`).exec(set)?.[1]
/** The value of a token in a set; what the dark does not change is as in the light. */
const token = (name: string, mode: Mode = 'light'): string =>
  valueIn(SETS[mode], name) ?? valueIn(SETS.light, name) ?? `no token ${name}`

test('style sheets name tokens, never a colour or a text size of their own', () => {
  const sheets = styled('.wxss').filter(({ path }) => path !== TOKENS)
  expect(sheets.length).toBeGreaterThan(40)
  expect(literals(sheets, COLOUR)).toEqual([])
  expect(literals(sheets, TEXT_SIZE)).toEqual([])
})

test('what can be pressed grows with the text: its least height is a token', () => {
  const sheets = styled('.wxss').filter(({ path }) => path !== TOKENS)
  expect(literals(sheets, /\bmin-height:\s*(?:4[4-9]|5\d|60)px/g)).toEqual([])
})

test('the desk of the sandbox names them too; its own sizes stand at one place', () => {
  const folder = 'sandbox/desk/page'
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
  expect(sheets.length).toBeGreaterThan(3)
  expect(literals(sheets, COLOUR)).toEqual([])
  expect(literals(sheets, TEXT_SIZE)).toEqual([])
  const own = sheets.flatMap(({ path, text }) => (/^ {2}--[a-z-]+:/m.test(text) ? [path] : []))
  expect(own).toEqual([`${folder}/base.css`])
  const named = sheets.flatMap(({ text }) => [...text.matchAll(/var\(--([a-z-]+)/g)].map(([, name = '']) => name))
  expect(named.filter((name) => !tokens.includes(`--${name}:`))).toEqual([])
})

test('nor do templates and scripts', () => {
  const templates = styled('.wxml').map(({ path, text }) => ({
    path,
    text: (text.match(/style="[^"]*"/g) ?? []).join(),
  }))
  const scripts = sourceFiles('miniprogram').filter(({ path }) => ![...INK, BARS].includes(path))
  expect(literals(templates, COLOUR)).toEqual([])
  expect(literals(templates, TEXT_SIZE)).toEqual([])
  const colours = literals(scripts, /['"`]#[0-9a-f]{6}\b/gi)
  const look = 'miniprogram/behaviors/look.ts'
  // wx.setNavigationBarColor takes white or black for the words.
  expect(colours).toEqual([
    `${look}: '#ffffff`,
    `${look}: '#000000`,
    `miniprogram/platform/feedback.ts: '${token('color-primary')}`,
  ])
})

test('each token that is named exists', () => {
  const named = [...styled('.wxss'), ...styled('.wxml')].flatMap(({ path, text }) =>
    [...text.matchAll(/var\(--([a-z-]+)/g)].map(([, name]) => ({ path, name })),
  )
  expect(named.length).toBeGreaterThan(300)
  const unknown = named.filter(({ name }) => !tokens.includes(`--${name}:`))
  expect(unknown).toEqual([])
})

test.each(['light', 'dark'] as const)('what WeChat draws itself has the colours of the tokens: %s', (mode) => {
  const colours = {
    page: token('color-page', mode),
    hero: token('color-hero', mode),
    surface: token('color-surface', mode),
    text: token('color-text-second', mode),
    chosen: token('color-primary', mode),
  }
  expect(BAR_COLOURS[mode]).toEqual(colours)
  const { page, hero, surface, tabText, tabChosen } = theme[mode]
  expect({ page, hero, surface, text: tabText, chosen: tabChosen }).toEqual(colours)
})

test('WeChat’s own bars are coloured by the names of theme.json, each of which exists', () => {
  const named = styled('.json').flatMap(({ path, text }) =>
    [...text.matchAll(/"@([A-Za-z]+)"/g)].map(([, name = '']) => ({ path, name })),
  )
  expect(new Set(named.map(({ name }) => name))).toEqual(new Set(Object.keys(theme.light)))
  expect(Object.keys(theme.dark)).toEqual(Object.keys(theme.light))
  const literal = styled('.json').filter(
    ({ path, text }) => !path.endsWith('theme.json') && /"#[0-9a-f]{3,8}"/i.test(text),
  )
  expect(literal.map(({ path }) => path)).toEqual([])
  expect(app.darkmode).toBe(true)
})

test('each dark colour stands in the light, and each colour of the light in the dark', () => {
  const colours = (set: string): string[] =>
    [...set.matchAll(/--((?:td-)?[a-z-]*color[a-z-]*):/g)].map(([, name = '']) => name)
  const alike = ['color-on-veil', 'td-text-color-anti']
  const different = (names: string[]): string[] => names.filter((name) => !alike.includes(name)).sort()
  expect(different(colours(SETS.dark))).toEqual(different(colours(SETS.light)))
})

/** Relative luminance, WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? [])
    .map((pair) => parseInt(pair, 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string, mode: Mode): number {
  const [dark = 0, light = 0] = [luminance(token(one, mode)), luminance(token(other, mode))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const PAIRS = [
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
] as const

test.each((['light', 'dark'] as const).flatMap((mode) => PAIRS.map((pair) => [mode, ...pair] as const)))(
  '%s: %s on %s can be read: at least %s',
  (mode, colour, ground, least) => {
    expect(contrast(colour, ground, mode)).toBeGreaterThanOrEqual(least)
  },
)
