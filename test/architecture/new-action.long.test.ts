import { ProjectCopy } from '../support/project-copy'
import { type Chapter, follow, readRecipe } from '../support/recipe'

/** docs/adding-an-action.md is followed to the letter, in a copy of the project: a function, an action, a page. */

const [, ...chapters] = readRecipe('adding-an-action.md')
const blocks = chapters.flatMap((chapter) => chapter.blocks)

/** What a generator writes. */
const GENERATED: Readonly<Record<string, string>> = {
  'scripts/generate-wire.ts': 'cloudfunctions/one-network/wire.generated.ts',
  'scripts/functions-doc.ts': 'docs/functions.md',
}

let copy: ProjectCopy
/** Files that are new or have another text after each chapter. */
let changed: readonly (readonly string[])[] = []
beforeAll(async () => {
  copy = new ProjectCopy()
  for (const chapter of chapters) changed = [...changed, await walk(chapter)]
}, 240_000)
afterAll(() => copy.remove())

async function walk({ blocks: shown, generators }: Chapter): Promise<readonly string[]> {
  const before = copy.texts()
  follow(shown, copy)
  for (const script of generators) expect(await copy.run(script)).toMatchObject({ code: 0 })
  return copy.changedSince(before)
}

test('each chapter says how many files it takes', () => {
  const titles = ['1. A function of the provider', '2. An action', '3. A page']
  const told = chapters.map(({ blocks: shown, generators }, n) => {
    const made = generators.map((script) => GENERATED[script] ?? script)
    const hand = [...new Set(shown.map(({ path }) => path))]
    expect(changed[n]).toEqual([...hand, ...made].sort())
    return `${titles[n]}: ${hand.length} files by hand${made.length > 0 ? `, ${made.length} generated` : ''}`
  })
  expect(chapters.map(({ heading }) => heading)).toEqual(told)
})

test('what was written is formatted, and the compiler of each world takes it', async () => {
  const paths = blocks.map(({ path }) => path)
  expect(
    await copy.run('node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...paths),
  ).toMatchObject({ code: 0 })
  // With what they import: the functions and the stand-in.
  const own = ['./**/*.d.ts', ...paths.filter((path) => /^(?!miniprogram).*\.ts$/.test(path)), 'typings/**/*.d.ts']
  copy.write(JSON.stringify({ extends: './test/tsconfig.json', include: own }), 'tsconfig.recipe.json')
  expect(await copy.types('tsconfig.recipe.json')).toBe('')
  expect(await copy.types('miniprogram')).toBe('')
}, 240_000)

test('no rule of the house is broken, and the function is asked and judged like every other', async () => {
  const rules = [
    'contract',
    'domain',
    'functions',
    'imports',
    'outcome',
    'packages',
    'provider-words',
    'upstream',
    'visits',
  ]
  const told = await copy.jest('node', [
    ...rules.map((name) => `test/architecture/${name}.test.ts`),
    'test/cloudfunctions/kernel/action-tables.test.ts',
    'test/cloudfunctions/kernel/input-limits.test.ts',
    'test/cloudfunctions/refusals.test.ts',
    'test/cloudfunctions/one-network/prism.test.ts',
    'test/cloudfunctions/waiting.test.ts',
  ])
  expect(told).toContain(`Test Suites: ${rules.length + 5} passed`)
  const judged = await copy.jest(
    'node',
    ['test/scripts/conformance/conformance.test.ts', 'test/cloudfunctions/one-network/every-function.test.ts'],
    'one row for each function|chapter 9|#36 ',
  )
  expect(judged).toMatch(/Tests: .* 3 passed/)
}, 240_000)

test('the page is shown, and is held to what holds of every page', async () => {
  const pages = ['packages/waiting', 'after-visit', 'pages/offline']
  const shown = await copy.jest(
    'mini',
    pages.map((name) => `test/miniprogram/${name}.mini.test.ts`),
    'waiting',
  )
  expect(shown).toContain('Test Suites: 3 passed')
}, 240_000)
