import { Draft } from '../../miniprogram/packages/declare/draft/draft'
import { DraftSaver } from '../../miniprogram/packages/declare/draft/draft-saver'
import type { DraftCopy } from '../../miniprogram/platform/storage'
import { ServiceError, toFailure } from '../../miniprogram/services/service-error'
import type { TableRow } from '../../miniprogram/shared/form'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { FREIGHT, vehicles } from './support/freight'
import { open } from './support/nurse'

/** What WeChat lets through in one call. */
const CALL_BYTES = 100 * 1024

let system: System
let company: Citizen
let key = 0
beforeAll(async () => {
  system = await startSystem()
  company = new Citizen(system, 'tables')
  await company.bind(FREIGHT.account, 'enterprise')
}, 60_000)
afterAll(() => system.close())

async function newDraft(): Promise<string> {
  const home = await company.call('home.open', {})
  for (const { draftId } of home.drafts.ok ? home.drafts.value : []) {
    await company.call('declaration.discard', { draftId })
  }
  const optionIds = [...FREIGHT.byAgent]
  return (
    await company.call('declaration.start', { matterId: FREIGHT.matterId, optionIds, startKey: `tables-${++key}` })
  ).draftId
}

/** The page's own draft and saver, on the real actions; `bytes` are the sizes of the calls that they made. */
async function onPhone(draftId: string) {
  const bytes: number[] = []
  const phone = { copy: null as DraftCopy | null }
  const draft = new Draft(await open(company, draftId))
  const saver = new DraftSaver(draft, {
    async save(baseVersion, forms) {
      const input = { draftId, baseVersion, forms }
      bytes.push(Buffer.byteLength(JSON.stringify({ action: 'declaration.save', input, requestId: 'x'.repeat(32) })))
      const reply = await company.reply('declaration.save', input)
      if (!reply.ok) throw new ServiceError(toFailure(reply.error, reply.requestId))
      return reply.data
    },
    open: () => open(company, draftId),
    keep: (copy) => {
      phone.copy = structuredClone(copy)
      return Promise.resolve()
    },
    drop: () => {
      phone.copy = null
      return Promise.resolve()
    },
    onState: () => undefined,
  })
  return { draft, saver, bytes, phone, set: (rows: readonly TableRow[]) => draft.set(FREIGHT.form, 'veh_owned', rows) }
}

const vehiclesOf = async (draftId: string) =>
  (await open(company, draftId)).forms.find(({ materialId }) => materialId === FREIGHT.form)?.answers['veh_owned']

test('500 rows of ten columns are saved in calls that WeChat takes, and a changed cell afterwards in one small call', async () => {
  const draftId = await newDraft()
  const { draft, saver, bytes, set } = await onPhone(draftId)
  const rows = vehicles(500)
  expect(Object.keys(rows[0] ?? {})).toHaveLength(10)
  set(rows)
  expect(await saver.flush()).toBe(true)
  expect(bytes.length).toBeGreaterThan(1)
  expect(Math.max(...bytes)).toBeLessThanOrEqual(CALL_BYTES)
  expect(await vehiclesOf(draftId)).toEqual(rows)
  expect(draft.version).toBe(1 + bytes.length)

  const [calls, changed] = [bytes.length, rows.map((row, i) => (i === 250 ? { ...row, gps: '0' } : row))]
  set(changed)
  expect(await saver.flush()).toBe(true)
  expect(bytes.slice(calls)).toHaveLength(1)
  expect(bytes[calls]).toBeLessThan(1024)
  expect(await vehiclesOf(draftId)).toEqual(changed)
})

test('rows that do not fit the table are refused with its name; a stale base changes nothing', async () => {
  const draftId = await newDraft()
  const patch = (baseVersion: number, splice: { at: number; remove: number; insert: TableRow[] }) => ({
    draftId,
    baseVersion,
    forms: [{ materialId: FREIGHT.form, answers: {}, rows: { veh_owned: [splice] } }],
  })
  await company.call('declaration.save', patch(1, { at: 0, remove: 0, insert: vehicles(2) }))
  const misfit = await company.failure('declaration.save', patch(2, { at: 3, remove: 0, insert: vehicles(1) }))
  expect(misfit).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: `${FREIGHT.form}.veh_owned` }] })
  expect(await company.code('declaration.save', patch(2, { at: -1, remove: 0, insert: [] }))).toBe('INVALID_INPUT')
  expect(await company.code('declaration.save', patch(1, { at: 0, remove: 1, insert: [] }))).toBe('CONFLICT')
  expect(await vehiclesOf(draftId)).toEqual(vehicles(2))
  await company.call('declaration.save', patch(2, { at: 0, remove: 1, insert: [] }))
  expect(await vehiclesOf(draftId)).toEqual(vehicles(1, 1))
})

test('a draft that could not be opened any more is not made: the largest change is refused by name', async () => {
  const draftId = await newDraft()
  const { saver, set, draft } = await onPhone(draftId)
  set(vehicles(400).map((row) => ({ ...row, brand_model: '长'.repeat(600) })))
  await saver.flush()
  expect(draft.refusalOf(FREIGHT.form, 'veh_owned')).toContain('放不下')
  expect(draft.value(FREIGHT.form, 'veh_owned')).toHaveLength(400)
  // What fitted is saved, and the draft still opens.
  expect((await vehiclesOf(draftId)) ?? []).not.toHaveLength(0)
})

describe('two phones', () => {
  test('another table, another field: both stay', async () => {
    const draftId = await newDraft()
    const [mine, other] = [await onPhone(draftId), await onPhone(draftId)]
    mine.set(vehicles(3))
    expect(await mine.saver.flush()).toBe(true)
    other.draft.set(FREIGHT.form, 'agent_email', 'demo@example.com')
    expect(await other.saver.flush()).toBe(true)
    expect(other.draft.value(FREIGHT.form, 'veh_owned')).toEqual(vehicles(3))
  })

  test('the same table on both: asks, and keeps both until it is decided', async () => {
    const draftId = await newDraft()
    const [mine, other] = [await onPhone(draftId), await onPhone(draftId)]
    other.set(vehicles(5))
    await other.saver.flush()
    mine.set(vehicles(2, 100))
    expect(await mine.saver.flush()).toBe(false)
    expect(mine.saver.current).toMatchObject({
      kind: 'conflict',
      clashes: [{ fieldId: 'veh_owned', mine: vehicles(2, 100), newest: vehicles(5) }],
    })
    expect(await vehiclesOf(draftId)).toEqual(vehicles(5))
    await mine.saver.resolve('mine')
    expect(await vehiclesOf(draftId)).toEqual(vehicles(2, 100))
  })

  test('a copy left on the phone asks only about fields that changed elsewhere meanwhile', async () => {
    const draftId = await newDraft()
    const offline = await onPhone(draftId)
    offline.set(vehicles(2))
    offline.draft.set(FREIGHT.form, 'agent_email', 'here@example.com')
    const copy = structuredClone(offline.draft.copy(Date.now()))
    const other = await onPhone(draftId)
    other.draft.set(FREIGHT.form, 'agent_email', 'there@example.com')
    await other.saver.flush()
    const later = await onPhone(draftId)
    expect(later.draft.restore(copy).map(({ fieldId }) => fieldId)).toEqual(['agent_email'])
    expect(later.draft.value(FREIGHT.form, 'veh_owned')).toEqual(vehicles(2))
  })
})
