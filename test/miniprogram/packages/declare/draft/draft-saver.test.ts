import { Draft } from '../../../../../miniprogram/packages/declare/draft/draft'
import { SAVE_AFTER_MS } from '../../../../../miniprogram/packages/declare/draft/draft-saver'
import { saveText } from '../../../../../miniprogram/packages/declare/draft/save-text'
import type { Declaration } from '../../../../../miniprogram/shared/domain/declaration'
import { applyPatch, type TableRow } from '../../../../../miniprogram/shared/form'
import { declaration, FORM_ID, SCHEMA } from '../declaration-fixture'
import { refusal, setUp, type, useFakeClock } from './saved-draft'

useFakeClock()

test('saves once, 2 s after the last key, with only the changed field and the version it is based on', async () => {
  const set = setUp()
  type(set, 'name', '欧')
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1)
  type(set, 'name', '欧阳')
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1)
  expect(set.world.saves).toEqual([])
  await jest.advanceTimersByTimeAsync(1)
  expect(set.world.saves).toEqual([{ baseVersion: 3, patches: [{ materialId: FORM_ID, answers: { name: '欧阳' } }] }])
  expect(saveText(set.saver.current)).toMatchObject({ short: '已保存', at: '12:03', text: '' })
  expect(set.world.states.map(({ kind }) => kind)).toEqual(['changed', 'saving', 'saved'])
})

test('the phone keeps a copy long before that, and forgets it once the server has everything', async () => {
  const set = setUp()
  type(set, 'name', '欧阳')
  await jest.advanceTimersByTimeAsync(400)
  expect(set.world.copy).toMatchObject({ baseVersion: 3, changes: { [FORM_ID]: { name: '欧阳' } } })
  await set.saver.flush()
  expect(set.world.copy).toBeNull()
})

test('offline: says that it is on the phone, keeps the copy, and sends it again later', async () => {
  const set = setUp()
  set.world.offline = true
  type(set, 'name', '欧阳')
  expect(await set.saver.flush()).toBe(false)
  expect(saveText(set.saver.current)).toMatchObject({ short: '存在手机', tone: 'calm', offline: true, requestId: '' })
  expect(set.world.copy).toMatchObject({ changes: { [FORM_ID]: { name: '欧阳' } } })
  set.world.offline = false
  expect(await set.saver.flush()).toBe(true)
  expect(set.world.saves).toHaveLength(2)
  expect(set.world.copy).toBeNull()
})

test('a save that came too often waits for as long as the server wants, typing or not, and then goes by itself', async () => {
  const set = setUp()
  set.world.errors = [{ ...refusal('RATE_LIMITED'), retryAfterMs: 60_000 }]
  type(set, 'name', '欧')
  expect(await set.saver.flush()).toBe(false)
  type(set, 'name', '欧阳')
  await jest.advanceTimersByTimeAsync(50_000)
  expect(await set.saver.flush()).toBe(false)
  expect(set.world.saves).toHaveLength(1)
  expect(set.world.copy).toMatchObject({ changes: { [FORM_ID]: { name: '欧阳' } } })
  await jest.advanceTimersByTimeAsync(10_000)
  expect(set.world.saves).toHaveLength(2)
  expect(set.saver.current.kind).toBe('saved')
})

test('who types without a pause has everything but the last moment on the phone', async () => {
  const set = setUp()
  for (const letters of ['欧', '欧阳', '欧阳晴', '欧阳晴川']) {
    type(set, 'name', letters)
    await jest.advanceTimersByTimeAsync(200)
  }
  expect(set.world.saves).toEqual([])
  expect(set.world.copy).toMatchObject({ changes: { [FORM_ID]: { name: '欧阳晴川' } } })
})

test('a full phone without network is said plainly', async () => {
  const set = setUp()
  set.world.phoneFull = true
  set.world.offline = true
  type(set, 'name', '欧阳')
  await set.saver.flush()
  expect(saveText(set.saver.current).text).toContain('请先不要离开这一页')
})

describe('a table that takes several calls', () => {
  const ROWS: readonly TableRow[] = Array.from({ length: 60 }, (_, n) => ({ note: `${n}${'字'.repeat(1_000)}` }))
  const cars = {
    id: 'cars',
    label: '车辆',
    type: 'table' as const,
    columns: [{ id: 'note', label: '说明', type: 'text' as const }],
  }
  const schema = { ...SCHEMA, sections: [...SCHEMA.sections, { id: 'cars', title: '车辆', fields: [cars] }] }
  const withCars = (rows: readonly TableRow[] | null, version = 3): Declaration =>
    declaration({ version, forms: [{ materialId: FORM_ID, schema, answers: { cars: rows } }] })

  /** Cut off while the first of its calls is under way: what the phone has, and what that call made of the server's. */
  async function cutOff() {
    const set = setUp(withCars(null))
    set.world.gate = () => new Promise<void>(() => undefined)
    set.draft.set(FORM_ID, 'cars', ROWS)
    set.saver.touch()
    void set.saver.flush()
    await jest.advanceTimersByTimeAsync(0)
    const [patch] = set.world.saves[0]?.patches ?? []
    if (!patch || !set.world.copy) throw new Error('nothing was sent or kept')
    const half = applyPatch(schema, { cars: null }, patch).answers['cars'] as readonly TableRow[]
    expect(half.length).toBeGreaterThan(0)
    expect(half.length).toBeLessThan(ROWS.length)
    return { copy: set.world.copy, half }
  }

  test('half of it on the server is no change made elsewhere, after a restart either', async () => {
    const { copy, half } = await cutOff()
    const again = new Draft(withCars(half, 4))
    expect(again.restore(copy)).toEqual([])
    expect(again.value(FORM_ID, 'cars')).toEqual(ROWS)
  })

  test('but another half is', async () => {
    const { copy, half } = await cutOff()
    expect(new Draft(withCars(half.slice(1), 4)).restore(copy)).toHaveLength(1)
  })
})

test('a field that the server refuses does not hold up the others, and is not claimed as saved', async () => {
  const set = setUp()
  set.world.errors = [refusal('INVALID_INPUT', [{ field: `${FORM_ID}.name`, message: '不能使用' }])]
  type(set, 'name', '坏')
  type(set, 'mobile', '13000000101')
  await set.saver.flush()
  expect(set.world.saves.at(-1)?.patches).toEqual([{ materialId: FORM_ID, answers: { mobile: '13000000101' } }])
  expect(saveText(set.saver.current).text).toContain('另有 1 项填写有误，暂存在手机上')
  expect(set.world.copy).toMatchObject({ changes: { [FORM_ID]: { name: '坏' } } })
})

test('two saves never overlap: what is typed during one goes with the next', async () => {
  const set = setUp()
  let answer = (): void => undefined
  set.world.gate = () => new Promise<void>((resolve) => (answer = resolve))
  type(set, 'name', '甲')
  const first = set.saver.flush()
  await jest.advanceTimersByTimeAsync(0)
  type(set, 'name', '乙')
  const second = set.saver.flush()
  await jest.advanceTimersByTimeAsync(0)
  expect(set.world.saves).toHaveLength(1)
  set.world.gate = null
  answer()
  await Promise.all([first, second])
  expect(set.world.saves.map(({ baseVersion, patches }) => [baseVersion, patches[0]?.answers])).toEqual([
    [3, { name: '甲' }],
    [4, { name: '乙' }],
  ])
  expect(set.draft.hasChanges).toBe(false)
})
