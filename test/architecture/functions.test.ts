import { type FunctionUse, isInUse, readFunctionUses } from '../../scripts/functions-doc/rows'

let uses: readonly FunctionUse[]
beforeAll(() => {
  uses = readFunctionUses()
})

const numbers = (rows: readonly FunctionUse[]): readonly number[] => rows.map(({ no }) => no)

test('docs/functions.md has every function, by number without a gap, each with the name of the contract', () => {
  expect(numbers(uses)).toEqual(uses.map((_, index) => index + 1))
  expect(uses.length).toBeGreaterThanOrEqual(35)
  expect(uses.filter(({ name }) => name === '')).toEqual([])
  expect(new Set(uses.map(({ retry }) => retry)).size).toBe(4)
})

test('every function is in the hands of a page, of a timer, or of the provider', () => {
  const idle = uses.filter((use) => !isInUse(use))
  expect(numbers(idle)).toEqual([])
})

test('every function is named by a test', () => {
  const untested = uses.filter(({ tests }) => tests.length === 0)
  expect(numbers(untested)).toEqual([])
})

test('the table tells functions apart: what one page uses is not said of all', () => {
  const of = (no: number) => uses.find((use) => use.no === no)
  expect(of(33)).toMatchObject({
    actions: ['home.open', 'inbox.open', 'matter.list'],
    pages: ['packages/account/pages/inbox', 'packages/account/pages/my-data', 'pages/home', 'pages/matters'],
  })
  expect(of(17)?.actions).toEqual(['account.bind'])
  expect(of(4)?.triggers).toEqual(['定时（reconcile）'])
  expect(of(9)?.pages).toEqual(['packages/declare/pages/earlier'])
})
