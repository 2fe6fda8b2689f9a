import { ACTION_FACTS, type ActionName, type Input } from '../../miniprogram/shared/contract/actions'
import { agreedToday, CONSENT_VERSIONS, lackedConsents } from '../../miniprogram/shared/domain/consent'
import { takesSensitive } from '../../cloudfunctions/domain/consent/guard'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { NURSE, start } from './support/nurse'
import { SOUND_INPUTS } from './support/sound-inputs'

/** Which text and version was agreed to, when, and withdrawn when; without it nothing of a form comes in. */

let system: System
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
}, 60_000)
afterAll(() => system.close())

/** Refused for want of a consent. */
const refused = async <A extends ActionName>(citizen: Citizen, action: A, input: Input<A>): Promise<boolean> => {
  const { code, fields } = await citizen.failure(action, input)
  return code === 'FORBIDDEN' && lackedConsents({ fields: fields ?? [] }).length > 0
}
const stored = ({ openid }: Citizen) => databaseOf(system).rows('consents', { openid })
const login = (agreed: ReturnType<typeof agreedToday>) =>
  ({ subjectType: 'person', account: NURSE.account, password: 'Demo@2026', agreed }) as const

test('nobody logs in without the privacy policy and the agreement of today: the password goes nowhere', async () => {
  const visitor = new Citizen(system, 'visitor')
  const asked = () => system.log.filter((line) => line.includes('"no":17')).length
  const before = asked()
  expect(await refused(visitor, 'account.bind', login([]))).toBe(true)
  expect(await refused(visitor, 'account.bind', login(agreedToday('privacy', 'sensitive')))).toBe(true)
  const old = [{ text: 'privacy', version: '2020-01-01' } as const, ...agreedToday('agreement')]
  expect(await visitor.code('account.bind', login(old))).toBe('CONFLICT')
  expect(asked()).toBe(before)
  await visitor.call('account.bind', login(agreedToday('privacy', 'agreement')))
  expect(asked()).toBeGreaterThan(before)
})

const WRITES = (Object.keys(ACTION_FACTS) as ActionName[]).filter(takesSensitive)

test('every action that takes something in wants the consent to sensitive data, a new one too', async () => {
  expect(WRITES.length).toBeGreaterThan(12)
  const changes = (Object.keys(ACTION_FACTS) as ActionName[]).filter(
    (action) => ACTION_FACTS[action].audit === 'change' && !takesSensitive(action),
  )
  // What takes nothing in, by name: whoever adds an action decides here.
  expect(changes.sort()).toEqual([
    'account.bind',
    'account.switch',
    'account.unbind',
    'attachment.remove',
    'consent.give',
    'consent.withdraw',
    'data.delete',
    'data.leave',
    'declaration.discard',
    'declaration.outcome',
    'evaluation.submit',
    'inbox.consent',
    'inbox.read',
    'supplement.outcome',
    'supplement.removeFile',
  ])
  const citizen = new Citizen(system, 'unasked')
  await citizen.call('account.bind', login(agreedToday('privacy', 'agreement')))
  for (const action of WRITES)
    expect([action, await refused(citizen, action, SOUND_INPUTS[action])]).toEqual([action, true])
  expect(await databaseOf(system).rows('declarations', { openid: citizen.openid })).toEqual([])
})

test('given once, however often; withdrawn at once; given again it is another row', async () => {
  const citizen = new Citizen(system, 'changes-her-mind')
  const all = agreedToday('privacy', 'agreement', 'sensitive')
  await Promise.all([1, 2, 3, 4].map(() => citizen.call('consent.give', { agreed: all })))
  expect(await stored(citizen)).toHaveLength(3)
  await citizen.bind(NURSE.account)
  expect(await stored(citizen)).toHaveLength(3)
  const { draftId } = await start(citizen, 'changed-mind')
  await citizen.call('consent.withdraw', { text: 'sensitive' })
  const save = { ...SOUND_INPUTS['declaration.save'], draftId }
  expect(await refused(citizen, 'declaration.save', save)).toBe(true)
  // What is there can be looked at and thrown away.
  await citizen.call('declaration.open', { draftId })
  await citizen.call('declaration.discard', { draftId })
  const { given } = await citizen.call('consent.give', { agreed: agreedToday('sensitive') })
  expect(given.filter(({ text }) => text === 'sensitive').map(({ withdrawnAt }) => withdrawnAt !== undefined)).toEqual([
    false,
    true,
  ])
  expect(await stored(citizen)).toHaveLength(4)
})

test('what is withdrawn and long removed keeps nobody from consenting again', async () => {
  const citizen = new Citizen(system, 'again-and-again')
  const give = () => citizen.call('consent.give', { agreed: agreedToday('sensitive') })
  for (let round = 0; round < 3; round += 1) {
    await give()
    await citizen.call('consent.withdraw', { text: 'sensitive' })
    const [oldest] = await stored(citizen)
    if (round === 1) await databaseOf(system).remove('consents', { _id: oldest?.['_id'] })
  }
  const { given } = await give()
  expect(given[0]?.withdrawnAt).toBeUndefined()
})

test('after a new version of the texts of the login they are asked for first, then the sensitive one by itself', async () => {
  const citizen = new Citizen(system, 'older-texts')
  await citizen.bind(NURSE.account)
  const { add, remove } = databaseOf(system)
  for (const row of await stored(citizen))
    await add('consents', { ...row, _id: `old-${String(row['_id'])}`, version: '2020-01-01' })
  await remove('consents', { openid: citizen.openid, version: CONSENT_VERSIONS.privacy })
  const lacked = async () =>
    lackedConsents(await citizen.failure('declaration.start', SOUND_INPUTS['declaration.start']))
  expect(await lacked()).toEqual(['privacy', 'agreement'])
  await citizen.call('consent.give', { agreed: agreedToday('privacy', 'agreement') })
  expect(await lacked()).toEqual(['sensitive'])
})

test('the last unbinding takes the consents back', async () => {
  const citizen = new Citizen(system, 'unbinds')
  await citizen.bind(NURSE.account)
  await citizen.call('account.unbind', { subjectType: 'person' })
  const { given } = await citizen.call('consent.list', {})
  expect(given.map(({ withdrawnAt }) => withdrawnAt !== undefined)).toEqual([true, true, true])
})

test('who leaves consents to nothing any more, and that she did is kept', async () => {
  const citizen = new Citizen(system, 'leaves')
  await citizen.bind(NURSE.account)
  await citizen.call('data.leave', {})
  const { given } = await citizen.call('consent.list', {})
  expect(given).toHaveLength(3)
  expect(given.every(({ withdrawnAt }) => withdrawnAt !== undefined)).toBe(true)
})
