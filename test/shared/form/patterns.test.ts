import fc from 'fast-check'
import { isPatternName, type PatternName, PATTERNS } from '../../../miniprogram/shared/form/patterns'
import { ALL_MATTERS } from '../../support/matters'

/** The regular expressions of the field dictionary (contract chapter 12) by the name of the pattern that stands for each. */
const WRITTEN: Readonly<Record<string, PatternName>> = {
  '^[1-9][0-9]{16}[0-9Xx]$': 'id-card',
  '^[A-Za-z0-9()]{5,20}$': 'travel-document',
  '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$': 'uscc',
  '^1[3-9][0-9]{9}$': 'mobile',
  '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|400-?[0-9]{3}-?[0-9]{4})$': 'phone',
  '^[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}$': 'email',
  '^[0-9]{6}$': 'zip',
  '^[0-9A-Z]{8,22}$': 'medical-licence',
  '^[0-9]{12,16}$': 'nurse-certificate',
  '^([01][0-9]|2[0-3]):[0-5][0-9]$': 'clock-time',
  '^[\\u4e00-\\u9fa5A-Za-z0-9()（）\\-]{6,40}$': 'licence-number',
  '^[\\u4e00-\\u9fa5][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]$': 'plate',
  '^\\d{3,5}[×xX*]\\d{3,4}[×xX*]\\d{3,4}$': 'vehicle-size',
  '^[0-9]{17,19}[0-9Xx]?$': 'driver-certificate',
  '^https?://.+|^(pdd|tmall|jd|wx)[.:].+': 'shop-link',
  '^[0-9]{2,7}-[0-9]{2}-[0-9]$': 'cas-number',
  '^[0-9A-Za-z]{24,27}$': 'physician-qualification',
  '^[0-9]{15}$': 'physician-licence',
  '^[0-9A-Za-z]{6,20}$': 'ship-registration',
  '^CN[0-9]{11}$': 'ship-id',
  '^[0-9A-Z]{8,16}$': 'ship-survey',
}

test('every pattern has a word for the citizen; no form holds a regular expression', () => {
  for (const name of Object.values(WRITTEN)) {
    expect([name, isPatternName(name)]).toEqual([name, true])
    expect(PATTERNS[name].message).toMatch(/[\u4e00-\u9fa5].{5,}/)
  }
  expect(JSON.stringify(ALL_MATTERS.map(({ forms }) => forms))).not.toMatch(/"\^/)
})

test.each(Object.entries(WRITTEN).filter(([, name]) => name !== 'id-card' && name !== 'uscc'))(
  '%s is the pattern %s (the two with check digits are in checksums.test.ts)',
  (expression, name) => {
    const written = new RegExp(expression)
    fc.assert(fc.property(fc.stringMatching(written), (text) => PATTERNS[name].test(text)))
    fc.assert(fc.property(fc.string(), (text) => PATTERNS[name].test(text) === written.test(text)))
  },
)
