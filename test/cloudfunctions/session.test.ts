import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf, tokensOf } from './support/database'
import { NURSE } from './support/nurse'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

/** The provider takes ten logins a minute for each account: the last tests use another one. */
async function bound(id: string, account: string = NURSE.account): Promise<Citizen> {
  const citizen = new Citizen(system, id)
  await citizen.bind(account)
  return citizen
}

const counts = async (citizen: Citizen) => (await citizen.call('home.open', {})).counts

/** Calls of function 17 in the functions' own log. */
const logins = () =>
  system.log.filter((line) => line.includes('"event":"one-network"') && line.includes('"no":17')).length

test('an expired token is refreshed before use', async () => {
  const citizen = await bound('expired')
  const before = await tokensOf(system, 'expired').row()
  await tokensOf(system, 'expired').expire()
  expect(await counts(citizen)).toMatchObject({ ok: true })
  const after = await tokensOf(system, 'expired').row()
  expect(after.generation).toBe(before.generation + 1)
  expect(after.tokens).not.toBe(before.tokens)
  expect(after.leaseUntil).toBe(0)
})

test('concurrent calls with an expired token refresh once, and the binding survives', async () => {
  const citizen = await bound('race')
  // Warm instances, so that the calls really overlap.
  await Promise.all(Array.from({ length: 4 }, () => counts(citizen)))
  await tokensOf(system, 'race').expire()
  const before = logins()
  const answers = await Promise.all([
    ...Array.from({ length: 3 }, () => counts(citizen)),
    citizen.call('case.list', { category: 'processing', pageNo: 1 }).then(() => ({ ok: true })),
  ])
  expect(answers.map((answer) => answer?.ok)).toEqual([true, true, true, true])
  expect(logins() - before).toBe(1)
  expect(await counts(citizen)).toMatchObject({ ok: true })
})

test('a token that the provider does not accept is refreshed once and the request made again', async () => {
  const citizen = await bound('revoked')
  await tokensOf(system, 'revoked').replace({ userToken: 'ut.fictional.revoked.token' })
  expect(await counts(citizen)).toMatchObject({ ok: true })
})

test('when refreshing does not help, the binding is kept but marked expired; logging in again mends it', async () => {
  const citizen = await bound('dead')
  const dead = { userToken: 'ut.fictional.dead.token', refreshToken: 'rt.fictional.dead.refresh.token' }
  await tokensOf(system, 'dead').replace(dead)
  expect(await counts(citizen)).toMatchObject({ ok: false, error: { code: 'BINDING_EXPIRED' } })
  const account = await citizen.call('account.get', {})
  expect(account).toMatchObject({ active: 'person', identities: [{ expired: true }] })
  expect(await citizen.code('case.list', { category: 'processing', pageNo: 1 })).toBe('BINDING_EXPIRED')
  await citizen.bind(NURSE.account)
  expect(await counts(citizen)).toMatchObject({ ok: true })
})

test('a provider that is down while refreshing does not cost the binding', async () => {
  const citizen = await bound('patient')
  await tokensOf(system, 'patient').expire()
  system.provider.faults.set({ match: { functionNo: 17 }, kind: 'status', status: 503 })
  expect(await counts(citizen)).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } })
  system.provider.faults.clear()
  expect(await counts(citizen)).toMatchObject({ ok: true })
})

test('tokens moved into another row do not open', async () => {
  await bound('thief')
  const victim = await tokensOf(system, 'race').row()
  await databaseOf(system).update(
    'bindings',
    { _id: (await tokensOf(system, 'thief').row())._id },
    { tokens: victim.tokens },
  )
  const thief = new Citizen(system, 'thief')
  expect(await thief.code('case.list', { category: 'processing', pageNo: 1 })).toBe('INTERNAL')
})

const OTHER = '13000000103'

test('a binding that does not open counts as not bound, and binding again mends it', async () => {
  const citizen = await bound('key-lost', OTHER)
  const { row } = tokensOf(system, 'key-lost')
  await databaseOf(system).update('bindings', { _id: (await row())._id }, { profile: 'v1.AAAA.AAAA.AAAA' })
  expect(await citizen.call('account.get', {})).toEqual({ active: null, identities: [] })
  expect(await citizen.code('case.list', { category: 'processing', pageNo: 1 })).toBe('NOT_BOUND')
  await citizen.bind(OTHER)
  expect(await counts(citizen)).toMatchObject({ ok: true })
})

test('a refresh that still runs for an unbound row cannot write into the row that follows', async () => {
  const citizen = await bound('rebound', OTHER)
  const before = await tokensOf(system, 'rebound').row()
  await citizen.call('account.unbind', { subjectType: 'person' })
  await citizen.bind(OTHER)
  const after = await tokensOf(system, 'rebound').row()
  expect(after.generation).toBeGreaterThan(before.generation)
})
