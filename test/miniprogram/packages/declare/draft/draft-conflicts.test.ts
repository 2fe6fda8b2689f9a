import { SAVE_AFTER_MS } from '../../../../../miniprogram/packages/declare/draft/draft-saver'
import { FORM_ID, withAnswers } from '../declaration-fixture'
import { refusal, setUp, type, useFakeClock } from './saved-draft'

useFakeClock()

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
