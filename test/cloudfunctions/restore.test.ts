import collections from '../../deploy/collections.json'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { completeDraft, NURSE, open, start } from './support/nurse'
import { CALLBACK } from './support/push'

/**
 * The drill of docs/deployment.md, "Backup and restore": the collections are lost and put back as they were some time ago. What
 * happened since is the provider's to tell; nothing is filed twice, and the books are equal in the end.
 */

let system: System
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  system.provider.pushes.to(system.cloud.url + CALLBACK, { everyMs: 0 })
}, 60_000)
afterAll(() => system.close())

type Backup = ReadonlyMap<string, readonly Record<string, unknown>[]>

/** As the console exports them: each collection whole, as its rows lie there. */
async function exported(): Promise<Backup> {
  const { rows } = databaseOf(system)
  return new Map(await Promise.all(collections.map(async ({ name }) => [name, await rows(name, {})] as const)))
}

async function restored(backup: Backup): Promise<void> {
  const { add, remove, rows } = databaseOf(system)
  for (const { name } of collections) {
    for (const { _id } of await rows(name, {})) await remove(name, { _id })
    for (const row of backup.get(name) ?? []) await add(name, row)
  }
}

const timer = () => system.cloud.fireTimer('scheduler', 'each-minute')
const casesOf = (name: string) => {
  const { office } = system.provider
  return office
    .listCases()
    .map(({ caseNo }) => office.openCase(caseNo))
    .filter((found) => found?.applicant.name === name).length
}

test('a restored backup files nothing twice, and ends with the provider’s books', async () => {
  const nurse = new Citizen(system, 'drill')
  await nurse.bind(NURSE.account)
  const first = await completeDraft(nurse, 'drill-first')
  const filed = await nurse.call('declaration.submit', first)
  if (filed.state !== 'submitted') throw new Error(filed.state)
  const second = await completeDraft(nurse, 'drill-second')
  const backup = await exported()
  const cases = casesOf('虞青禾')

  // Since then: what was a draft is filed, a case goes on, somebody new comes.
  const late = await nurse.call('declaration.submit', second)
  if (late.state !== 'submitted') throw new Error(late.state)
  for (const act of ['preReview', 'accept'] as const) system.provider.office.act(filed.receipt.caseNo, act, {})
  await system.provider.pushes.deliverDue()
  await timer()
  const newcomer = new Citizen(system, 'newcomer')
  await newcomer.bind('13000000103')
  await start(newcomer, 'drill-newcomer')

  await restored(backup)
  expect(await databaseOf(system).rows('bindings', { openid: newcomer.openid })).toEqual([])
  await timer()

  // Tokens of the backup work once at most: she logs in again, finds the draft as it was, and files it: it is the case that it became.
  await nurse.bind(NURSE.account)
  const again = await open(nurse, second.draftId)
  expect(again.state).toBe('draft')
  const refiled = await nurse.call('declaration.submit', { draftId: second.draftId, version: again.version })
  if (refiled.state !== 'submitted') throw new Error(refiled.state)
  expect(refiled.receipt.caseNo).toBe(late.receipt.caseNo)
  expect(casesOf('虞青禾')).toBe(cases + 1)

  // What was told meanwhile is told again, once: the poll asks about every case that waits.
  await databaseOf(system).update('case_watches', { waits: true }, { pollAt: 0 })
  await system.cloud.runInConsole('scheduler', { job: 'poll' })
  const told = await nurse.call('inbox.open', { pageNo: 1 })
  const about = told.messages.filter(({ caseNo }) => caseNo === filed.receipt.caseNo)
  expect(about.map(({ kind }) => kind)).toEqual(['accepted'])

  // The newcomer's rows are gone, not her draft: she logs in, begins the same, and finds it.
  await newcomer.bind('13000000103')
  const { draftId } = await start(newcomer, 'drill-newcomer-2')
  expect((await open(newcomer, draftId)).state).toBe('draft')

  // Both books: each declaration that is submitted here is a case there.
  const ours = await databaseOf(system).rows('declarations', { state: 'submitted' })
  for (const { caseNo } of ours) expect(system.provider.office.openCase(String(caseNo))).toBeDefined()
  expect(await databaseOf(system).rows('declarations', { state: 'confirming' })).toEqual([])
}, 120_000)
