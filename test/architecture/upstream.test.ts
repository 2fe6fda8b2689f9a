import { FUNCTIONS, type FunctionKey } from '../../cloudfunctions/one-network/functions'
import { sourceFiles } from './source-files'

const keys = Object.keys(FUNCTIONS) as FunctionKey[]
const resources = sourceFiles('cloudfunctions/one-network/resources')
const provider = sourceFiles('sandbox/one-network/functions')

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

test.each(keys)('%s is asked by exactly one resource', (key) => {
  const users = resources.filter((f) => new RegExp(`\\b(call|upload|download)\\(\\s*'${key}'`).test(f.text))
  expect(users.map((f) => f.path)).toHaveLength(1)
})

test.each(keys)('%s is answered by a function of the provider stand-in, named by its number', (key) => {
  const file = `sandbox/one-network/functions/${FUNCTIONS[key].no}-${kebab(key)}.ts`
  expect(provider.map((f) => f.path)).toContain(file)
})

test('the provider stand-in has no function that nobody asks', () => {
  const numbered = provider.filter((f) => /\/\d+-/.test(f.path))
  expect(numbered).toHaveLength(keys.length)
})
