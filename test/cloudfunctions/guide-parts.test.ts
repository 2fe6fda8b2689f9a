import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { FREIGHT } from './support/freight'

/**
 * A guide whose parts do not come; and a matter whose situations the provider has not set up: its materials come from #11,
 * and nothing is asked.
 */

const MATTER = 'SX120116000016'
let system: System
beforeAll(async () => {
  system = await startSystem({ withoutSituations: [MATTER] })
}, 60_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

const asked = (functionNo: number) => system.log.some((line) => line.includes(`"no":${functionNo},`))

test('the catalogue (#33) that does not come is a failure, and a guide says which of its parts (#1, #12) did not', async () => {
  const reader = new Citizen(system, 'reader')
  for (const functionNo of [1, 12, 33]) system.provider.faults.set({ match: { functionNo }, kind: 'html', status: 200 })
  expect(await reader.code('matter.list', {})).toBe('UPSTREAM_UNAVAILABLE')
  const unavailable = { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } }
  const guide = { matterId: 'SX120116000012' }
  expect(await reader.call('matter.open', guide)).toMatchObject({
    guide,
    materials: unavailable,
    situations: unavailable,
  })
})

test('#11 that does not answer is told, and is no empty list', async () => {
  system.provider.faults.set({ match: { functionNo: 11 }, kind: 'html', status: 200 })
  const failure = await new Citizen(system, 'reader').failure('matter.checklist', { matterId: MATTER, optionIds: [] })
  expect(failure.code).toBe('UPSTREAM_UNAVAILABLE')
})

test('anybody reads the guide without questions, and the checklist', async () => {
  const reader = new Citizen(system, 'reader')
  const { situations } = await reader.call('matter.open', { matterId: MATTER })
  expect(situations).toEqual({ ok: true, value: [] })
  const { materials } = await reader.call('matter.checklist', { matterId: MATTER, optionIds: [] })
  expect(materials.length).toBeGreaterThan(1)
  expect(asked(11)).toBe(true)
  expect(asked(13)).toBe(false)
})

test('an enterprise opens a declaration with these materials', async () => {
  const clerk = new Citizen(system, 'clerk')
  await clerk.bind(FREIGHT.account, 'enterprise')
  const input = { matterId: MATTER, optionIds: [], startKey: 'no-situations' }
  const { draftId } = await clerk.call('declaration.start', input)
  const { declaration } = await clerk.call('declaration.open', { draftId })
  const { materials } = await clerk.call('matter.checklist', { matterId: MATTER, optionIds: [] })
  expect(declaration.materials.map(({ materialId }) => materialId)).toEqual(
    materials.map(({ materialId }) => materialId),
  )
})
