import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** docs/adding-a-field-type.md is followed to the letter, in a copy of the project. */

const ROOT = join(__dirname, '..', '..')
const RECIPE = readFileSync(join(ROOT, 'docs', 'adding-a-field-type.md'), 'utf8')

/** Path and content of every file that the recipe shows: the last path in backquotes before a block of code. */
function filesOfRecipe(): Map<string, string> {
  const files = new Map<string, string>()
  for (const [, before = '', code = ''] of RECIPE.matchAll(/([\s\S]*?)```\w+\n([\s\S]*?)```/g)) {
    const path = [...before.matchAll(/`((?:miniprogram|test)\/[\w./-]*clock-time[\w./-]*)`/g)].at(-1)?.[1]
    if (path !== undefined) files.set(path, code)
  }
  return files
}

const [, GENERATOR = ''] = /Run `npx tsx (scripts\/[\w-]+\.ts)`/.exec(RECIPE) ?? []
const FOLDERS = ['bench', 'cloudfunctions', 'miniprogram', 'sandbox', 'scripts', 'test', 'typings']
const SETTINGS = ['jest.config.js', 'package.json', 'tsconfig.json', '.prettierrc.json']

const copy = mkdtempSync(join(tmpdir(), 'new-field-type-'))
const bin = (...path: string[]): string => join('node_modules', ...path)
const run = async (...args: string[]): Promise<string> => {
  const env = { ...process.env, NODE_OPTIONS: '' }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: copy, env, maxBuffer: 64 << 20 })
  return `${stdout}${stderr}`
}
const runTests = (project: string, ...tests: string[]): Promise<string> =>
  run(bin('jest', 'bin', 'jest.js'), '-w', '1', `--selectProjects=${project}`, '--runTestsByPath', ...tests)

beforeAll(() => {
  for (const name of [...FOLDERS, ...SETTINGS]) {
    const filter = (path: string): boolean => !path.endsWith('miniprogram_npm')
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('one file, one component and one test are a field type, and the recipe says them all', async () => {
  const files = filesOfRecipe()
  const component = 'miniprogram/packages/declare/components/field-clock-time/field-clock-time'
  expect([...files.keys()]).toEqual([
    'miniprogram/shared/form/fields/clock-time.ts',
    ...['ts', 'wxml', 'json', 'wxss'].map((ending) => `${component}.${ending}`),
    'test/shared/form/fields/clock-time.test.ts',
  ])
  for (const [path, text] of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  const generator = [bin('tsx', 'dist', 'cli.mjs'), GENERATOR]
  await expect(run(...generator, '--check')).rejects.toThrow('kinds.generated.ts is stale')
  await run(...generator)
  await run(...generator, '--check')

  const own = 'test/shared/form/fields/clock-time.test.ts'
  const told = await runTests(
    'node',
    own,
    'test/shared/form/every-kind.test.ts',
    'test/architecture/field-types.test.ts',
  )
  expect(told).toContain('Test Suites: 3 passed')
  const shown = await runTests('mini', 'test/miniprogram/packages/declare/components/form-field.mini.test.ts')
  expect(shown).toContain('clock_time has a control with its label')
  await run(bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'miniprogram')
}, 180_000)
