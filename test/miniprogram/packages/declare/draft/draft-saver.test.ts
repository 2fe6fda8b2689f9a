import { Draft } from '../../../../../miniprogram/packages/declare/draft/draft'
import {
  DraftSaver,
  SAVE_AFTER_MS,
  type SaveState,
} from '../../../../../miniprogram/packages/declare/draft/draft-saver'
import { saveText } from '../../../../../miniprogram/packages/declare/draft/save-text'
import type { DraftCopy } from '../../../../../miniprogram/platform/storage'
import { outcomeOf } from '../../../../../miniprogram/services/call'
import { ServiceError, toFailure } from '../../../../../miniprogram/services/service-error'
import type { FieldProblem, ReplyError } from '../../../../../miniprogram/shared/contract/reply'
import type { Declaration, FormPatch } from '../../../../../miniprogram/shared/domain/declaration'
import { applyPatch, type TableRow } from '../../../../../miniprogram/shared/form'
import { declaration, FORM_ID, SCHEMA, withAnswers } from '../declaration-fixture'

const OFFLINE = { code: 'NETWORK', retryable: true } as const
const SAVED_AT = '2026-11-02T12:03:00+08:00'

/** A server and a phone of one draft, as far as the saver sees them. */
function setUp(opened = declaration()) {
  const world = {
    saves: [] as { baseVersion: number; patches: readonly FormPatch[] }[],
    /** Errors for the next saves, in order. */
    errors: [] as ReplyError[],
    newest: declaration(),
    /** Nobody answers: neither a save nor the question after it. */
    offline: false,
    copy: null as DraftCopy | null,
    phoneFull: false,
    states: [] as SaveState[],
    version: 3,
    /** Holds up the answers. */
    gate: null as (() => Promise<void>) | null,
  }
  const draft = new Draft(opened)
  const saver = new DraftSaver(draft, {
    save: async (baseVersion, patches) => {
      world.saves.push({ baseVersion, patches })
      await world.gate?.()
      const error = world.offline ? OFFLINE : world.errors.shift()
      if (error) throw new ServiceError(toFailure(error, 'req-1', outcomeOf(error.code, 'same')))
      world.version = baseVersion + 1
      return { version: world.version, savedAt: SAVED_AT }
    },
    open: () => (world.offline ? Promise.reject(new ServiceError(toFailure(OFFLINE))) : Promise.resolve(world.newest)),
    keep: (copy) => {
      if (world.phoneFull) return Promise.reject(new Error('storage is full'))
      world.copy = structuredClone(copy)
      return Promise.resolve()
    },
    drop: () => {
      world.copy = null
      return Promise.resolve()
    },
    onState: (state) => world.states.push(state),
  })
  return { world, draft, saver }
}

const refusal = (code: ReplyError['code'], fields?: readonly FieldProblem[]): ReplyError => ({
  code,
  retryable: false,
  ...(fields ? { fields } : {}),
})

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const type = ({ draft, saver }: ReturnType<typeof setUp>, field: string, value: string): void => {
  draft.set(FORM_ID, field, value)
  saver.touch()
}

test('saves once, 2 s after the last key, with only the changed field and the version it is based on', async () => {
  const set = setUp()
  type(set, 'name', '欧')
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1)
  type(set, 'name', '欧阳')
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1)
  expect(set.world.saves).toEqual([])
  await jest.advanceTimersByTimeAsync(1)
  expect(set.world.saves).toEqual([{ baseVersion: 3, patches: [{ materialId: FORM_ID, answers: { name: '欧阳' } }] }])
  expect(saveText(set.saver.current).text).toBe('已保存 12:03')
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
  expect(saveText(set.saver.current)).toMatchObject({ text: '未能保存，内容保留在手机上', requestId: 'req-1' })
  expect(set.world.copy).toMatchObject({ changes: { [FORM_ID]: { name: '欧阳' } } })
  set.world.offline = false
  expect(await set.saver.flush()).toBe(true)
  expect(set.world.saves).toHaveLength(2)
  expect(set.world.copy).toBeNull()
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

test('changed elsewhere in other fields: merges and saves again by itself', async () => {
  const set = setUp()
  set.world.errors = [refusal('CONFLICT')]
  set.world.newest = withAnswers({ mobile: '13000000102' }, 7)
  type(set, 'name', '欧阳')
  expect(await set.saver.flush()).toBe(true)
  expect(set.world.saves.map(({ baseVersion }) => baseVersion)).toEqual([3, 7])
  expect(set.draft.value(FORM_ID, 'mobile')).toBe('13000000102')
})

test.each(['NETWORK', 'OUTCOME_UNKNOWN', 'INTERNAL', 'UPSTREAM_UNAVAILABLE'] as const)(
  '%s: the lost answer of a save that was done is no conflict',
  async (code) => {
    const set = setUp()
    set.world.errors = [refusal(code)]
    set.world.newest = withAnswers({ name: '欧阳' }, 4)
    type(set, 'name', '欧阳')
    expect(await set.saver.flush()).toBe(true)
    expect(set.world.saves).toHaveLength(1)
    expect(set.draft.version).toBe(4)
  },
)

test('nor when typing went on meanwhile', async () => {
  const set = setUp()
  let answer = (): void => undefined
  set.world.gate = () => new Promise<void>((resolve) => (answer = resolve))
  set.world.errors = [refusal('OUTCOME_UNKNOWN')]
  set.world.newest = withAnswers({ name: '甲' }, 4)
  type(set, 'name', '甲')
  const saving = set.saver.flush()
  await jest.advanceTimersByTimeAsync(0)
  type(set, 'name', '甲乙')
  set.world.gate = null
  answer()
  await saving
  expect(set.world.states.map(({ kind }) => kind)).not.toContain('conflict')
  expect(set.world.saves.at(-1)).toEqual({
    baseVersion: 4,
    patches: [{ materialId: FORM_ID, answers: { name: '甲乙' } }],
  })
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

describe('changed elsewhere in the same field', () => {
  async function clashing() {
    const set = setUp()
    set.world.errors = [refusal('CONFLICT')]
    set.world.newest = withAnswers({ name: '别处的' }, 7)
    type(set, 'name', '我的')
    expect(await set.saver.flush()).toBe(false)
    return set
  }

  test('stops saving and shows both; nothing is lost meanwhile', async () => {
    const set = await clashing()
    expect(set.saver.current).toMatchObject({ kind: 'conflict', clashes: [{ mine: '我的', newest: '别处的' }] })
    type(set, 'mobile', '13000000101')
    await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS * 2)
    expect(set.world.saves).toHaveLength(1)
    expect(set.world.copy).toMatchObject({ changes: { [FORM_ID]: { name: '我的', mobile: '13000000101' } } })
  })

  test('mine: is saved on top of the newest', async () => {
    const set = await clashing()
    await set.saver.resolve('mine')
    expect(set.world.saves.at(-1)).toEqual({
      baseVersion: 7,
      patches: [{ materialId: FORM_ID, answers: { name: '我的' } }],
    })
    expect(set.saver.current.kind).toBe('saved')
  })

  test('the newest: my value is given up and nothing is sent', async () => {
    const set = await clashing()
    await set.saver.resolve('newest')
    expect(set.world.saves).toHaveLength(1)
    expect(set.draft.value(FORM_ID, 'name')).toBe('别处的')
    expect(set.saver.current.kind).toBe('saved')
    expect(set.world.copy).toBeNull()
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
