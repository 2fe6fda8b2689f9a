import { offenders, sourceFiles, within } from './source-files'

/** "Never twice" stands in one place: who works on a row, what a failed try means, and under whose login it is asked. */

const outside = sourceFiles('cloudfunctions').filter((file) => !within(file.path, 'cloudfunctions/ledger'))
const containing = (pattern: RegExp, but: readonly string[] = []): readonly string[] =>
  outside.filter(({ path, text }) => pattern.test(text) && !but.includes(path)).map(({ path }) => path)

test('no other file compares claims or leases', () => {
  expect(outside.length).toBeGreaterThan(100)
  expect(containing(/\bleaseUntil\b/)).toEqual([])
  // Writing down the claim's number is no comparison; a condition on it is.
  expect(containing(/\bclaim: (?!Claim<)/)).toEqual([])
  expect(containing(/\.claim\b(?=\s*[!=<>+])/)).toEqual([])
})

test('no other file decides by a binding whether somebody may be asked for', () => {
  expect(containing(/\bbinding\.(userId|expired)\b/, ['cloudfunctions/domain/account/identity.ts'])).toEqual([])
})

test('no other file decides what a failed try means', () => {
  const facts = containing(/\bnotPerformed\b/).filter((path) => !within(path, 'cloudfunctions/one-network'))
  expect(facts).toEqual([])
})

test('the ledger knows no action', () => {
  const ledger = sourceFiles('cloudfunctions/ledger')
  expect(ledger.length).toBeGreaterThan(2)
  expect(offenders(ledger, (imported) => within(imported, 'cloudfunctions/actions'))).toEqual([])
})
