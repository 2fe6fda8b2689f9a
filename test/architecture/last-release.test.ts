import { ROOT } from '../../scripts/build/paths'
import { breaksOf } from '../../scripts/shapes/compare'
import { type ContractShapes, contractShapes, servedAs } from '../../scripts/shapes/contract-shapes'
import { inputCheckOf, narrowedLimits } from '../../scripts/shapes/input-check'
import { membersOf, type Shape } from '../../scripts/shapes/shape'
import recorded from '../contract/last-release.json'

/**
 * Phones keep the last release for days while the functions are of today: what its pages send must be taken, and what
 * they get must be readable to them. A member that is no longer wanted, or a new kind of value, takes two releases: first
 * both sides learn to live without or with it.
 */
const last = recorded as unknown as ContractShapes
const today = contractShapes(ROOT)
const actions = Object.entries(last.actions)

const sentBy = (shape: Shape, { types }: ContractShapes) => ({ shape, types })

/** Breaks that do no harm: `<action> <input|output> <break>`, and what keeps the last release's pages from harm. */
const HARMLESS: readonly { readonly at: RegExp; readonly because: string }[] = []

const harmful = (place: string, breaks: readonly string[]): readonly string[] =>
  breaks.filter((one) => !HARMLESS.some(({ at }) => at.test(`${place} ${one}`)))

test('what is called harmless is there', () => {
  const all = actions.flatMap(([name, { input, output }]) => {
    const now = today.actions[name]
    if (!now) return []
    return [
      ...breaksOf(sentBy(input, last), sentBy(now.input, today)).map((one) => `${name} input ${one}`),
      ...breaksOf(sentBy(now.output, today), sentBy(output, last)).map((one) => `${name} output ${one}`),
    ]
  })
  expect(HARMLESS.filter(({ at }) => !all.some((one) => at.test(one)))).toEqual([])
})

test('the last release is there', () => {
  expect(actions.length).toBeGreaterThan(40)
})

test.each(actions)('%s: every input of the last release is taken', (name, { on, repeat, input, limits }) => {
  const now = today.actions[name]
  expect(now?.on).toBe(on)
  // Its pages repeat by themselves what could be repeated then.
  if (repeat !== 'once') expect(now?.repeat).not.toBe('once')
  const sentMembers = new Set(typeof input === 'object' && 'object' in input ? membersOf(input.object).keys() : [])
  const check = inputCheckOf(servedAs(name).input)
  const sent = sentBy(input, last)
  expect(harmful(`${name} input`, now ? breaksOf(sent, sentBy(now.input, today)) : ['is gone'])).toEqual([])
  expect(harmful(`${name} input`, breaksOf(sent, { shape: check.shape, types: {} }))).toEqual([])
  expect(harmful(`${name} input`, narrowedLimits(limits, check.limits, sentMembers))).toEqual([])
})

test.each(actions)('%s: the pages of the last release can read every answer', (name, { output }) => {
  const now = today.actions[name]
  const breaks = now ? breaksOf(sentBy(now.output, today), sentBy(output, last)) : ['is gone']
  expect(harmful(`${name} output`, breaks)).toEqual([])
})

test('so can they read the envelope, and theirs is understood', () => {
  expect(breaksOf(sentBy(last.call, last), sentBy(today.call, today))).toEqual([])
  expect(breaksOf(sentBy(today.reply, today), sentBy(last.reply, last))).toEqual([])
})
