import { sourceFiles } from './source-files'

/**
 * A phone may be set to any zone, and so may a machine: whatever reads the clock of its zone is right in Beijing only. Days
 * are text (`shared/form/days.ts`), times carry +08:00 (`shared/domain/time.ts`).
 */
const OF_THE_ZONE = [
  // Getters and setters without UTC; writing a Date in the words of the machine, unless the zone is named.
  /\.[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset|Year)\(/,
  /\.to(Date|Time)String\(/,
  /\.toLocale(Date|Time)?String\((?![^)]*timeZone)/,
  // Parts of a local day; a text with a time but no zone; dayjs anywhere but in UTC.
  /new Date\([^()]*,[^()]*\)/,
  /(new Date|Date\.parse)\((['"`])[^'"`]*T\d\d:\d\d[^'"`Z+]*\2\)/,
  /\bdayjs\(/,
]

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
const readsZone = (text: string): boolean => OF_THE_ZONE.some((pattern) => pattern.test(withoutComments(text)))

test('neither pages nor functions nor stand-ins read a clock in the zone of their machine', () => {
  const sources = ['miniprogram', 'cloudfunctions', 'sandbox'].flatMap(sourceFiles)
  expect(sources.length).toBeGreaterThan(500)
  expect(sources.filter(({ text }) => readsZone(text)).map(({ path }) => path)).toEqual([])
})

test('of chinese-days, whose functions read the zone, only the data are used', () => {
  const users = ['miniprogram', 'cloudfunctions', 'sandbox', 'scripts'].flatMap(sourceFiles)
  const imports = users.flatMap(({ imports }) => imports.filter((name) => name.startsWith('chinese-days')))
  expect(new Set(imports)).toEqual(new Set(['chinese-days/dist/chinese-days.json']))
})

test.each([
  ['new Date().getHours()', true],
  ['day.setDate(1)', true],
  ['at.toLocaleDateString()', true],
  ["at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })", false],
  ['new Date(2026, 10, 2)', true],
  ['new Date(Date.UTC(2026, 10, 2))', false],
  ["Date.parse('2026-11-02T08:00:00')", true],
  ["Date.parse('2026-11-02T08:00:00+08:00')", false],
  ['Date.parse(`${day}T00:00:00Z`)', false],
  ['dayjs(day)', true],
  ['dayjs.utc(day)', false],
  ['date.getUTCDay()', false],
])('%s reads the zone: %s', (code, does) => expect(readsZone(code)).toBe(does))
