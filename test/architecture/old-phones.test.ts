import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Style sheets that phones of 2018 understand (iOS 12, Chromium 70): what they do not know they leave out without a word, so
 * that lines run out of the screen or stick together. WeChat transforms scripts, not style.
 */

/** What is younger → since when, and what to write instead. */
const YOUNGER: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s;{])(?:row-|column-)?gap\s*:/m, 'flex gap: iOS 14.5; margins'],
  [/overflow-wrap:\s*anywhere/, 'iOS 15.4; word-break: break-word does the same'],
  [/:\s*[^;]*\b(?:min|max|clamp)\(/, 'iOS 13.4, Chromium 79; one of the two lengths'],
  [/(?:^|[\s;{])inset(?:-\w+)*\s*:/m, 'iOS 14.5; top, right, bottom, left'],
  [/:(?:is|where|has|focus-visible)\b/, 'iOS 14 and later; the selectors one by one'],
  [/(?:^|[\s;{])aspect-ratio\s*:/m, 'iOS 15; padding'],
  [/\d(?:dvh|svh|lvh|cqw)\b/, 'iOS 15.4; vh'],
]

const sheets = readdirSync('miniprogram', { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.wxss'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.includes('miniprogram_npm'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//g, '') }))

test.each(YOUNGER.map(([pattern, since]) => [since, pattern] as const))(
  'no style sheet needs %s',
  (_since, pattern) => {
    expect(sheets.length).toBeGreaterThan(40)
    expect(sheets.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([])
  },
)
