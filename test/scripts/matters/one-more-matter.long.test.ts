import { cpSync } from 'node:fs'
import { ALL_MATTERS } from '../../support/matters'
import { ProjectCopy } from '../../support/project-copy'

/** One more matter is one folder and one fixture: nothing else of the project is touched by hand. */

const LIKE = 'publication-retail'
const SLUG = 'music-retail'
const NAME = '音像制品零售经营许可（虚构）'
const NUMBER = ALL_MATTERS.length + 1
const FILES = ['form.json', 'guide.json', 'ids.json', 'matter.json']
/** Made by scripts/matters.ts and scripts/matters-doc.ts. */
const GENERATED = [
  'cloudfunctions/matters/files.generated.ts',
  'cloudfunctions/matters/pinyin.generated.ts',
  'docs/matters.md',
  'docs/matters-questions.md',
  // Its name has characters that no other has.
  'miniprogram/shared/domain/search/other-writings.generated.ts',
]

let copy: ProjectCopy
let before: ReadonlyMap<string, string>
beforeAll(() => {
  copy = new ProjectCopy()
  before = copy.texts()
})
afterAll(() => copy.remove())

/** An invented matter, made like another, with ids of its own. */
function addFolder(): void {
  const folder = ['cloudfunctions', 'matters', SLUG] as const
  cpSync(copy.path('cloudfunctions', 'matters', LIKE), copy.path(...folder), { recursive: true })
  const names = { number: NUMBER, name: NAME, shortName: '音像零售' }
  copy.edit((file) => ({ ...(file as object), ...names }), ...folder, 'matter.json')
  const like = String(ALL_MATTERS.find(({ slug }) => slug === LIKE)?.matter.number).padStart(2, '0')
  const ids = copy.read(...folder, 'ids.json').replace(new RegExp(`1201160000${like}`, 'g'), `1201160000${NUMBER}`)
  copy.write(ids, ...folder, 'ids.json')
}

/** Its answers and filings are those of the other. */
function addFixture(): void {
  const folder = ['test', 'shared', 'fixtures', 'matters'] as const
  const name = ALL_MATTERS.find(({ slug }) => slug === LIKE)?.matter.name ?? ''
  const text = copy.read(...folder, `${LIKE}.ts`)
  copy.write(text.replaceAll(`'${LIKE}'`, `'${SLUG}'`).replaceAll(name, NAME), ...folder, `${SLUG}.ts`)
}

test('it is found sound, listed, described, built, judged and filed', async () => {
  addFolder()
  // Before it is in the table, the check says so.
  expect(await copy.run('scripts/matters.ts', '--check')).toMatchObject({ code: 1 })
  addFixture()
  for (const script of ['scripts/matters.ts', 'scripts/matters-doc.ts']) {
    expect(await copy.run(script)).toMatchObject({ code: 0 })
    expect(await copy.run(script, '--check')).toEqual({ code: 0, text: '' })
  }
  expect(copy.changedSince(before)).toEqual(
    [
      ...GENERATED,
      ...FILES.map((name) => `cloudfunctions/matters/${SLUG}/${name}`),
      `test/shared/fixtures/matters/${SLUG}.ts`,
    ].sort(),
  )
  expect(copy.read('docs', 'matters.md')).toContain(`## ${NUMBER}. 音像零售`)

  const { code, text } = await copy.run(
    'node_modules/jest/bin/jest.js',
    ...['--selectProjects=node', '-w', '1', '--testNamePattern', `^${SLUG}[, ]`],
    ...['--testPathPatterns', 'cloudfunctions/every-matter', 'form/matter-rules', 'form/matter-fixtures'],
  )
  expect([code, text]).toEqual([0, expect.stringMatching(/Test Suites: 3 passed/)])
  expect(text).toMatch(/Tests: .*\b[2-9]\d passed/)
}, 240_000)
