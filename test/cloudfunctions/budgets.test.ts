import { keyedHash } from '../../cloudfunctions/kernel/keyed-hash'
import { takeAllowance } from '../../cloudfunctions/domain/limits/allowance'
import { BUDGETS, type BudgetName } from '../../cloudfunctions/domain/limits/budgets'
import { type ActionName, type Input } from '../../miniprogram/shared/contract/actions'
import { functionEnvironment } from '../../sandbox/environment'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { SOUND_INPUTS } from './support/sound-inputs'

let system: System
let heavy: Citizen
let other: Citizen
beforeAll(async () => {
  system = await startSystem()
  heavy = new Citizen(system, 'heavy')
  other = new Citizen(system, 'other')
}, 60_000)
afterAll(() => system.close())

/** The row of a citizen's budget, found as the functions find it. */
function rowOf(name: BudgetName, citizen: Citizen): string {
  Object.assign(process.env, functionEnvironment(system.provider))
  return keyedHash('allowance', name, citizen.openid)
}
const MISSING = '0'.repeat(32)
/** Of nobody's draft: it is refused after it was counted. */
const begin: Input<'attachment.begin'> = { draftId: MISSING, materialId: 'CL1', fileName: 'a.pdf', size: 1 }

/** As if so many had been used in a window that ends so much later. */
async function used(name: BudgetName, citizen: Citizen, count: number, leftMs = 3600_000): Promise<void> {
  const { remove, add } = databaseOf(system)
  const _id = rowOf(name, citizen)
  await remove('allowances', { _id })
  await add('allowances', { _id, count, endsAt: Date.now() + leftMs })
}

test('over the budget the answer is RATE_LIMITED with a time; another citizen and another class go on', async () => {
  expect(await heavy.code('attachment.begin', begin)).toBe('NOT_BOUND')
  await used('upload', heavy, BUDGETS.upload.most - 1)
  expect(await heavy.code('attachment.begin', begin)).toBe('NOT_BOUND')
  const failure = await heavy.failure('attachment.begin', begin)
  expect(failure).toMatchObject({ code: 'RATE_LIMITED', retryable: false })
  expect(failure.message).toMatch(/^今天上传的文件太多，请在 (今天|\d{1,2}月\d{1,2}日) \d\d:\d\d 之后再试$/)
  expect(failure.until).toMatch(/:00\+08:00$/)
  expect(failure.retryAfterMs).toBeGreaterThan(3500_000)
  expect(await other.code('attachment.begin', begin)).toBe('NOT_BOUND')
  expect((await heavy.call('account.get', {})).active).toBeNull()
})

test('three processes at once let not one more through than the budget', async () => {
  await Promise.all([1, 2, 3].map(() => heavy.call('account.get', {})))
  await used('upload', heavy, BUDGETS.upload.most - 10)
  const codes: string[] = []
  const lane = async () => {
    for (let n = 0; n < 8; n += 1) codes.push(await heavy.code('attachment.begin', begin))
  }
  await Promise.all([lane(), lane(), lane()])
  expect(codes.filter((code) => code === 'NOT_BOUND')).toHaveLength(10)
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(14)
})

/** The same from here, where all questions to the database really lie between each other. */
const takeAtOnce = (times: number) =>
  Promise.all(Array.from({ length: times }, () => takeAllowance('upload', heavy.openid, Date.now())))

test('forty at once: the budget, and the same time for all others', async () => {
  await used('upload', heavy, BUDGETS.upload.most - 10)
  const answers = await takeAtOnce(40)
  expect(answers.filter((until) => until === undefined)).toHaveLength(10)
  expect(new Set(answers).size).toBe(2)
})

test('a new window begins once, also when twenty begin it', async () => {
  await used('upload', heavy, BUDGETS.upload.most, -1)
  await takeAtOnce(20)
  const [row] = await databaseOf(system).rows('allowances', { _id: rowOf('upload', heavy) })
  expect(row).toMatchObject({ count: 20 })
})

test.each<[BudgetName, ActionName, object]>([
  ['draft', 'declaration.start', { matterId: 'SX120116000014', optionIds: [], startKey: 'start-key-1' }],
  ['import', 'table.begin', { draftId: MISSING, materialId: 'CL1', fieldId: 'a', fileName: 'a.csv', size: 1 }],
  ['preview', 'declaration.print', { ...SOUND_INPUTS['declaration.print'] }],
  ['zip', 'archive.fetch', { caseNo: 'BJ20200101000000000001' }],
  ['login', 'account.bind', { subjectType: 'person', account: '13000000199', password: 'wrong' }],
])('%s has a quota: %s', async (name, action, input) => {
  await used(name, heavy, BUDGETS[name].most)
  const failure = await heavy.failure(action, input)
  expect(failure.code).toBe('RATE_LIMITED')
  expect(failure.message).toMatch(/\d\d:\d\d 之后再试/)
  await databaseOf(system).remove('allowances', { _id: rowOf(name, heavy) })
})

test('reading pages costs the database nothing until it is too much, and then ends', async () => {
  const { count } = databaseOf(system)
  const { freePerInstance } = BUDGETS.read
  const before = await count('allowances', {})
  for (let n = 0; n < 20; n += 1) await other.call('account.get', {})
  expect(await count('allowances', {})).toEqual(before)
  await used('read', other, BUDGETS.read.most, 60_000)
  const codes: string[] = []
  for (let n = 0; n < freePerInstance * 4 && !codes.includes('RATE_LIMITED'); n += 1) {
    const reply = await other.reply('account.get', {})
    codes.push(reply.ok ? 'ok' : reply.error.code)
  }
  expect(codes.at(-1)).toBe('RATE_LIMITED')
})

test('input that is not sound is refused before it counts; rows tell nobody, and go', async () => {
  const { rows, update } = databaseOf(system)
  const countOf = async () => (await rows('allowances', { _id: rowOf('upload', heavy) }))[0]?.['count']
  const before = await countOf()
  expect(await heavy.code('attachment.begin', { ...begin, size: -1 })).toBe('INVALID_INPUT')
  expect(await countOf()).toBe(before)
  expect(JSON.stringify(await rows('allowances', {}))).not.toContain(heavy.openid)
  await update('allowances', {}, { endsAt: 1 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(await rows('allowances', {})).toEqual([])
})
