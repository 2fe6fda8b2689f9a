import { offenders, sourceFiles, within } from './source-files'

/** What verbs share, lowest first: each imports itself and what stands before it. */
const DOMAINS = [
  'audit',
  'limits',
  'text-check',
  'consent',
  'account',
  'storage',
  'matter',
  'login',
  'case',
  'attachment',
  'news',
  'declaration',
  'supplement',
  'file-owner',
  'archive',
  'evaluation',
  'table',
  'home',
  'retention',
  'own-data',
  'sealing',
  'alarms',
]
/** What domain/ stands on. */
const BELOW = ['calendar', 'files', 'kernel', 'ledger', 'matters', 'one-network', 'print', 'stores']

const domainOf = (path: string): string | undefined => /^cloudfunctions\/domain\/([^/]+)/.exec(path)?.[1]
const domain = sourceFiles('cloudfunctions/domain')
const actions = sourceFiles('cloudfunctions/actions')
/** 10–40 lines, with the shape of its input and its words. */
const MOST_LINES = 40
const isTable = (path: string): boolean => /\/(actions|transfers)\.ts$/.test(path)

test('every domain has its place in the order', () => {
  expect(new Set(domain.map(({ path }) => domainOf(path)))).toEqual(new Set(DOMAINS))
})

test('arrows point downwards: a domain imports itself, those before it, and what stands below all of them', () => {
  const breaks = (imported: string, { path }: { readonly path: string }): boolean => {
    const [own, other] = [domainOf(path), domainOf(imported)]
    if (other !== undefined) return DOMAINS.indexOf(other) > DOMAINS.indexOf(own ?? '')
    return within(imported, 'cloudfunctions') && !BELOW.some((place) => within(imported, `cloudfunctions/${place}`))
  }
  expect(offenders(domain, breaks)).toEqual([])
})

test('what stands below the domains knows neither them nor the actions', () => {
  const below = BELOW.flatMap((place) => sourceFiles(`cloudfunctions/${place}`))
  expect(below.length).toBeGreaterThan(60)
  const above = ['cloudfunctions/domain', 'cloudfunctions/actions']
  expect(offenders(below, (imported) => above.some((place) => within(imported, place)))).toEqual([])
})

test('an action is one file that exports it alone, and no other action imports it', () => {
  const verbs = actions.filter(({ path }) => !isTable(path))
  expect(verbs.length).toBeGreaterThan(40)
  expect(offenders(verbs, (imported) => within(imported, 'cloudfunctions/actions'))).toEqual([])
  const exportsMore = verbs.filter(({ text }) => (text.match(/^export /gm) ?? []).length !== 1)
  expect(exportsMore.map(({ path }) => path)).toEqual([])
})

test('an action is short: checks, asks the domain, answers', () => {
  const withoutImports = (text: string): string => text.replace(/^import [\s\S]*?from '[^']*'\n/gm, '').trim()
  const long = actions.filter(({ text }) => withoutImports(text).split('\n').length > MOST_LINES)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('each function names the table of every domain that it serves', () => {
  for (const [name, file] of [
    ['api', 'actions'],
    ['transfer', 'transfers'],
  ] as const) {
    const [index] = sourceFiles(`cloudfunctions/${name}`).filter(({ path }) => path.endsWith('/index.ts'))
    const tables = actions.filter(({ path }) => path.endsWith(`/${file}.ts`)).map(({ path }) => path.slice(0, -3))
    expect(tables.length).toBeGreaterThan(4)
    expect(index?.imports).toEqual(expect.arrayContaining(tables))
  }
})
