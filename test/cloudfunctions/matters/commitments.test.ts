import { commitmentsOf, promiseKindOf, promiseTermOf } from '../../../cloudfunctions/matters/commitments'
import { withOfficePromises } from '../../../cloudfunctions/domain/matter/office-promises'
import commitments from '../../../cloudfunctions/matters/shared/commitments.json'
import { ALL_MATTERS } from '../../support/matters'
import { allGuides } from './guide-of'

/**
 * Public safety, health, ecology, culture, or doubtful (天津市信用承诺办法第四条): nothing of these may wait until the office
 * says so. Written by hand.
 */
const OFF = [
  'road-freight',
  'collective-contract-review',
  'commercial-performance',
  'publication-retail',
  'village-doctor-first-registration',
  'night-construction',
  'packaging-printing',
  'road-passenger',
  'hazchem-operation',
  'private-school',
  'nurse-registration',
  'public-place-hygiene',
  'water-supply-hygiene',
  'physician-registration',
  'temp-slogan',
  'temp-greenland',
] as const

/** What may wait by default: no paper of drivers, crew, ships or safety among it. Written by hand. */
const ON: Readonly<Record<string, readonly string[]>> = {
  'outdoor-ad-facility': ['contract'],
  'special-hours': ['staff_sign'],
  'ship-management': ['charter'],
  'interprovincial-cargo-shipping': ['charter'],
  'water-carrier-change-filing': ['old_cert'],
  'ship-manager-change-filing': ['old_cert'],
}

const laterIn = ({ ids }: (typeof ALL_MATTERS)[number]): readonly string[] =>
  Object.keys(ids.materials).filter((key) => promiseKindOf(ids.itemId, ids.materials[key] ?? '') !== undefined)

test('every matter is in one of the two lists', () => {
  expect(commitments.matters.map(({ matter }) => matter).sort()).toEqual([...OFF, ...Object.keys(ON)].sort())
})

test.each(ALL_MATTERS.map((one) => [one.slug, one] as const))('%s: what may be brought later', (slug, one) => {
  expect(laterIn(one)).toEqual(ON[slug] ?? [])
})

test('承诺审批 is on nowhere, 告知承诺 for public places alone', () => {
  const of = (way: 'noticeCommitment' | 'promiseApproval') =>
    commitments.matters.filter((row) => row[way].allowed).map(({ matter }) => matter)
  expect([of('promiseApproval'), of('noticeCommitment')]).toEqual([[], ['public-place-hygiene']])
})

test('each way has its own term: from acceptance and before the decision, from the promise, from the licence', () => {
  expect(promiseTermOf('promiseApproval', 'SX120116000009', 5)).toEqual({ days: 60, from: 'promise' })
  expect(promiseTermOf('tolerance', 'SX120116000009', 60)).toEqual({ days: 18, from: 'acceptance' })
  // A filing has no limit to end before.
  expect(promiseTermOf('tolerance', 'SX120116000020')).toEqual({ days: 20, from: 'acceptance' })
  expect(commitments.terms.noticeCommitment).toMatchObject({ value: 60, unit: 'calendar_day', from: 'licence' })
})

test('the letter of 告知承诺 says the number of days that the guide says', () => {
  const place = ALL_MATTERS.find(({ slug }) => slug === 'public-place-hygiene')
  const letter = JSON.stringify(place?.forms['notice-letter'])
  const [said, ...others] = commitmentsOf('SX120116000015', [])
  expect([said?.kind, others]).toEqual(['noticeCommitment', []])
  expect(letter.match(/\d+\s*(?:个工作)?日内/g)).toEqual([`${said?.days} 日内`])
})

test('what the provider marks and the office does not name has to come', () => {
  const materials = allGuides().find(({ guide }) => guide.matterId === 'SX120116000014')?.materials ?? []
  const marked = materials.map((one) => ({
    ...one,
    necessity: 'tolerated' as const,
    promisable: true,
    promiseDays: 10,
  }))
  const decided = withOfficePromises('SX120116000014', marked)
  expect(new Set(decided.map(({ necessity, promisable }) => `${necessity} ${promisable}`))).toEqual(
    new Set(['required false']),
  )
})
