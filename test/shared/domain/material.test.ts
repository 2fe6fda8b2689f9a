import { filesNeeded, type Material } from '../../../miniprogram/shared/domain/matter'

type Facts = Pick<Material, 'kind' | 'necessity' | 'shareable' | 'minCount'>
const material = (facts: Partial<Facts>): Facts => ({
  kind: 'attachment',
  necessity: 'required',
  shareable: false,
  minCount: 2,
  ...facts,
})

test.each([
  ['a required material', material({}), 0, 2],
  ['a required one without a number', material({ minCount: 0 }), 0, 1],
  ['容缺: promising is not offered yet', material({ necessity: 'tolerated' }), 0, 2],
  ['one that data sharing can verify', material({ shareable: true }), 0, 0],
  ['a tolerated one that data sharing can verify', material({ necessity: 'tolerated', shareable: true }), 0, 0],
  ['an optional one', material({ necessity: 'optional' }), 0, 0],
  ['an unknown necessity: the office decides', material({ necessity: 'unknown' }), 0, 0],
  ['what is begun must be complete', material({ necessity: 'optional' }), 1, 2],
  ['what is begun must be complete, shared or not', material({ shareable: true }), 1, 2],
  ['a form takes no files', material({ kind: 'form' }), 0, 0],
] as const)('%s', (_name, facts, begun, needed) => {
  expect(filesNeeded(facts, begun)).toBe(needed)
})
