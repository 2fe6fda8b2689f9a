import type { OfficeAction } from '../../../sandbox/one-network'
import { startSystem, type System } from '../../support/system'
import { Citizen } from './citizen'
import { databaseOf } from './database'
import { NURSE } from './nurse'
import { CALLBACK } from './push'

/** A system whose office acts, whose events are delivered and whose timers are fired by the test. */

export let system: System

export const bound = async (
  id: string,
  account: string = NURSE.account,
  subjectType: 'person' | 'enterprise' = 'person',
) => {
  const citizen = new Citizen(system, id)
  await citizen.bind(account, subjectType)
  return citizen
}
/** The nurse's sample case that waits for a supplement, or the other citizen's after its pre-review. */
export const caseIn = (status: '28' | '16'): string => {
  const { office } = system.provider
  const owner = status === '28' ? '虞青禾' : '祁远帆'
  const found = office
    .listCases()
    .find(({ caseNo, caseStatus }) => caseStatus === status && office.openCase(caseNo)?.applicant.name === owner)
  return found?.caseNo ?? ''
}
export const act = (caseNo: string, ...actions: OfficeAction[]) => {
  for (const action of actions) system.provider.office.act(caseNo, action, { opinion: '请看清要求' })
}
export const fire = async (job: string) =>
  expect(await system.cloud.runInConsole('scheduler', { job })).toMatchObject({ ok: true, result: { ok: true } })
export const deliver = async () => {
  await system.provider.pushes.deliverDue()
  await fire('events')
}
export const inbox = (citizen: Citizen) => citizen.call('inbox.open', { pageNo: 1 })
export const titles = async (citizen: Citizen) => (await inbox(citizen)).messages.map(({ kind }) => kind)
export const databases = () => databaseOf(system)
/** Time passes for everything that waits in a collection. */
export const due = (collection: string, field: string, where: object) =>
  databases().update(collection, where, { [field]: 0 })

/** What stands above is there from the first test on, and closed after the last. */
export function prepareInbox(): void {
  beforeEach(async () => {
    system = await startSystem()
    system.provider.pushes.to(system.cloud.url + CALLBACK, { everyMs: 0 })
  }, 60_000)
  afterEach(() => system.close())
}
