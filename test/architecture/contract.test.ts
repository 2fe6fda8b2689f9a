import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { sourceFiles } from './source-files'

const names = Object.keys(ACTION_FACTS) as ActionName[]
const services = sourceFiles('miniprogram/services')
const actions = sourceFiles('cloudfunctions/actions')

/** Actions that a text calls; naming one's answer as a type is no call. */
const called = (text: string): string[] =>
  [...text.matchAll(/call\w*(?:<[^>]*>)?\(\s*'([^']+)'/g)].map((m) => m[1] ?? '')

test.each(names)('%s has one action file, named as the action', (name) => {
  const [domain, verb] = name.split('.') as [string, string]
  const kebab = verb.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
  expect(actions.map((f) => f.path)).toContain(`cloudfunctions/actions/${domain}/${kebab}.ts`)
})

test.each(names)('%s is called by exactly one service', (name) => {
  const callers = services.filter((f) => called(f.text).includes(name))
  expect(callers.map((f) => f.path)).toHaveLength(1)
})

test('services call no action that the contract lacks', () => {
  const all = services.flatMap((f) => called(f.text))
  expect(all.length).toBeGreaterThanOrEqual(names.length)
  expect(all.filter((name) => !names.includes(name as ActionName))).toEqual([])
})
