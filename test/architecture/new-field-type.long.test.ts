import { ProjectCopy } from '../support/project-copy'
import { follow, readRecipe } from '../support/recipe'

/** docs/adding-a-field-type.md is followed to the letter, in a copy of the project. */

const [{ blocks, generators } = { blocks: [], generators: [] }] = readRecipe('adding-a-field-type.md')

/** Written by the generator that the recipe names. */
const GENERATED = [
  'cloudfunctions/matters/shared/form.schema.json',
  ...['json', 'wxml'].map((ending) => `miniprogram/packages/declare/components/form-control/form-control.${ending}`),
  'miniprogram/shared/form/field-type.generated.ts',
  'miniprogram/shared/form/fields/kinds.generated.ts',
]

let copy: ProjectCopy
beforeAll(() => {
  copy = new ProjectCopy()
})
afterAll(() => copy.remove())

test('one file, one component and one test are a field type, and the recipe says them all', async () => {
  const component = 'miniprogram/packages/declare/components/field-clock-time/field-clock-time'
  expect(blocks.map(({ path }) => path)).toEqual([
    'miniprogram/shared/form/fields/clock-time.ts',
    ...['ts', 'wxml', 'json', 'wxss'].map((ending) => `${component}.${ending}`),
    'test/shared/form/fields/clock-time.test.ts',
  ])
  const before = copy.texts()
  follow(blocks, copy)
  const [generator = ''] = generators
  expect(await copy.run(generator, '--check')).toMatchObject({
    code: 1,
    text: expect.stringContaining('kinds.generated.ts is stale') as string,
  })
  expect(await copy.run(generator)).toMatchObject({ code: 0 })
  expect(await copy.run(generator, '--check')).toMatchObject({ code: 0 })
  expect(copy.changedSince(before)).toEqual([...blocks.map(({ path }) => path), ...GENERATED].sort())

  const told = await copy.jest('node', [
    'test/shared/form/fields/clock-time.test.ts',
    'test/shared/form/every-kind.test.ts',
    'test/architecture/field-types.test.ts',
  ])
  expect(told).toContain('Test Suites: 3 passed')
  const shown = await copy.jest('mini', ['test/miniprogram/packages/declare/components/form-field.mini.test.ts'])
  expect(shown).toContain('clock_time has a control with its label')
  expect(await copy.types('miniprogram')).toBe('')
}, 180_000)
