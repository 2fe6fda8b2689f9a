import { type Material } from '../../../miniprogram/shared/domain/matter'
import { mustCome } from '../../../miniprogram/shared/judge'

const asked = (kind: Material['kind'], necessity: Material['necessity'], shareable: boolean, minCount: number) => ({
  kind,
  necessity,
  shareable,
  minCount,
})

test.each([
  ['a required form', asked('form', 'required', false, 0), true],
  ['a required form that data sharing knows', asked('form', 'required', true, 0), true],
  ['a form that may be promised', asked('form', 'tolerated', false, 1), false],
  ['an optional form', asked('form', 'optional', false, 1), false],
  ['a required file', asked('attachment', 'required', false, 2), true],
  ['a required file of which nobody says how many', asked('attachment', 'required', false, 0), true],
  ['a file that may be promised', asked('attachment', 'tolerated', false, 1), true],
  ['a required file that data sharing can verify', asked('attachment', 'required', true, 1), false],
  ['an optional file', asked('attachment', 'optional', false, 1), false],
] as const)('must it come with the declaration: %s', (_what, material, answer) => {
  expect(mustCome(material)).toBe(answer)
})
