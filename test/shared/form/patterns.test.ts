import fc from 'fast-check'
import { type PatternName, PATTERNS } from '../../../miniprogram/shared/form/patterns'
import { ALL_MATTERS } from '../../support/matters'

/** What is stored under each pattern, as its document prints it without blanks and signs. */
const STORED: Readonly<Partial<Record<PatternName, RegExp>>> = {
  'travel-document': /^[A-Z0-9]{5,20}$/,
  mobile: /^1[3-9][0-9]{9}$/,
  phone:
    /^(1[3-9]\d{9}|0(10|2\d|[3-9]\d{2})-(\d{7,8}(-\d{1,6})?|1[0-2]\d{3}|96\d{3,4})|[48]00-\d{3}-\d{4}(-\d{1,6})?|1[0-2]\d{3}|11\d{4}|9[56]\d{3,6}|\+[1-79]\d{6,14})$/,
  email: /^[a-z][a-z0-9]{0,9}([._+-][a-z0-9]{1,9})?@[a-z0-9]{1,9}(-[a-z0-9]{1,4})?\.(cn|com\.cn|[a-z]{2,8})$/,
  zip: /^[0-9]{6}$/,
  'medical-licence': /^[0-9A-Z]{8,22}$/,
  'nurse-certificate': /^[0-9]{12,16}$/,
  'licence-number': /^[津京冀][A-Z0-9(]{0,3}〔\d{4}〕第\d{1,8}号$/,
  plate: /^[\u4e00-\u9fa5][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]$/,
  'vehicle-size': /^\d{3,5}×\d{3,4}×\d{3,4}$/,
  'driver-certificate': /^[0-9]{17,19}[0-9X]?$/,
  'shop-link': /^(https?:\/\/|(pdd|tmall|jd|wx)[.:])[a-z0-9/?=.-]{1,20}$/,
  'cas-number': /^[0-9]{2,7}-[0-9]{2}-[0-9]$/,
  'physician-qualification': /^[0-9A-Z]{24,27}$/,
  'physician-licence': /^[0-9]{15}$/,
  'ship-registration': /^[0-9A-Z]{6,20}$/,
  'ship-id': /^CN[0-9]{11}$/,
  'ship-survey': /^[0-9A-Z]{8,16}$/,
  'clock-time': /^([01][0-9]|2[0-3]):[0-5][0-9]$/,
}
const NAMES = Object.keys(PATTERNS) as PatternName[]

/** Digits as people write them: with blanks, dashes, brackets, marks, full width, and anything at all between. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'0123456789０１Ａｘ-—（)〔〕 ·.+转,，。津第号:点分编证NOCAS<>@a一/\u202d\u00a0\u3000ⅹ\ud83d\udd00',
    ),
  }),
)

test('every pattern has a word for the citizen; no form holds a regular expression', () => {
  for (const name of NAMES) expect(PATTERNS[name].message).toMatch(/[\u4e00-\u9fa5].{5,}/)
  expect(JSON.stringify(ALL_MATTERS.map(({ forms }) => forms))).not.toMatch(/"\^/)
  // The two with check digits are in checksums.test.ts.
  expect(Object.keys(STORED).sort()).toEqual(NAMES.filter((name) => name !== 'id-card' && name !== 'uscc').sort())
})

test.each(Object.entries(STORED))('%s: what is stored is right, and cleaning never changes it', (name, stored) => {
  const { test: isRight, clean } = PATTERNS[name as PatternName]
  fc.assert(fc.property(fc.stringMatching(stored), (text) => isRight(text) && clean(text) === text))
})

test.each(NAMES)(
  '%s: whatever is typed, a second cleaning changes nothing, and a right value is a clean one',
  (name) => {
    const { test: isRight, clean } = PATTERNS[name]
    fc.assert(
      fc.property(anyText, (typed) => {
        const once = clean(typed)
        expect(clean(once)).toBe(once)
        if (isRight(typed)) expect(once).toBe(typed)
      }),
      { numRuns: 300 },
    )
  },
)
