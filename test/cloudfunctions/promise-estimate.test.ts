import { promisesOf } from '../../cloudfunctions/domain/declaration/promises'
import { PROMISE_FORM_ID } from '../../cloudfunctions/matters/ids'
import { type Material } from '../../miniprogram/shared/domain/matter'

/** 特殊工时许可, whose list of signatures may be brought later. */
const MATTER = 'SX120116000009'
const SIGNATURES = 'CL12011600000907'
const material = (more: object) => ({ required: true, promisable: false, ...more }) as unknown as Material
const FACTS = { materialKeys: {}, account: {}, situation: {}, param: {}, credit: {} }
const LETTER = material({ materialId: 'letter', name: '承诺书', kind: 'form', formId: PROMISE_FORM_ID })
const PROMISED = { materialId: SIGNATURES, name: '签名表', kind: 'attachment', promisable: true }

function offersOn(today: string, ...materials: readonly Material[]) {
  const row = { matterId: MATTER, materials: [LETTER, ...materials], promisedMaterialIds: [] }
  const now = Date.parse(`${today}T10:00:00+08:00`)
  return promisesOf(row, {} as Parameters<typeof promisesOf>[1], FACTS, now).offers
}

test.each([
  ['2026-09-01', '2026-09-15', undefined],
  ['2043-12-25', '2044-01-11', true],
])('accepted on %s it is due on %s; an estimate: %s', (today, dueBy, dueByIsEstimate) => {
  const offers = offersOn(today, material({ ...PROMISED, promiseDays: 10 }))
  expect(offers).toHaveLength(1)
  expect(offers[0]).toMatchObject({ kind: 'tolerance', dueBy })
  expect(offers[0]?.dueByIsEstimate).toBe(dueByIsEstimate)
})

test('容缺 ends before the decision is due, whatever the provider says, and has a term when the provider says none', () => {
  const daysOf = (more: object) => offersOn('2026-09-01', material({ ...PROMISED, ...more })).map(({ days }) => days)
  expect(daysOf({ promiseDays: 60 })).toEqual([18])
  expect(daysOf({})).toEqual([18])
  expect(daysOf({ promiseDays: 5 })).toEqual([5])
})

test('the provider marks a material that the office does not name: it cannot be promised', () => {
  expect(offersOn('2026-09-01', material({ ...PROMISED, materialId: 'CL12011600000904' }))).toEqual([])
})
