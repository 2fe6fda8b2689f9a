import { setTimeout as sleep } from 'node:timers/promises'
import { type SubmitOutcome } from '../../miniprogram/shared/domain/declaration'
import { type Trouble } from '../support/bad-line'
import { databaseOf } from './support/database'
import { NURSE, open } from './support/nurse'
import { copyDraft, fictionalNurse, type Filer, filerId, makeFiler, type ReadyDraft } from './support/submit-drafts'
import { type BadSystem, startBadSystem } from './support/submit-system'

let system: BadSystem
let filer: Filer
beforeAll(async () => {
  const account = fictionalNurse(0)
  system = await startBadSystem({ accounts: [account], processes: 8, citizenOf: () => filerId(0) })
  filer = await makeFiler(system, account, 0)
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.setPlan(() => undefined))

let drafts = 0
const ready = (): Promise<ReadyDraft> => copyDraft(system, filer, drafts++)

const caseNoOf = (outcome: SubmitOutcome): string => (outcome.state === 'submitted' ? outcome.receipt.caseNo : '')
const casesOf = ({ declareNo }: ReadyDraft) => system.books.cases.all().filter((each) => each.declareNo === declareNo)

test('a draft whose case the provider has after all is submitted by the next tap, with the receipt of that case', async () => {
  const draft = await ready()
  const { citizen, draftId, version } = draft
  const first = await citizen.call('declaration.submit', { draftId, version })
  // As if the repetition had been refused before the first try arrived.
  const before = { state: 'draft', phase: 'idle', caseNo: '', receipt: null, submittedFiles: [], submittedForms: '' }
  await databaseOf(system).update('declarations', { _id: draftId }, before)
  const again = await citizen.call('declaration.submit', { draftId, version })
  expect(caseNoOf(first)).not.toBe('')
  expect(again).toEqual(first)
  expect(casesOf(draft)).toHaveLength(1)
  expect((await open(citizen, draftId)).state).toBe('submitted')
}, 60_000)

test('a form that arrives late, after a newer one, is not what the case holds', async () => {
  const draft = await ready()
  const { citizen, draftId, declareNo, version, employer: older } = draft
  const newer = '天津虚构新改名医院'
  let arrive = (): void => undefined
  const formalSubmit = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const held = () => JSON.stringify(system.books.declarations.get(declareNo)?.forms)
  const untilOverwritten = async (): Promise<void> => {
    while (!held().includes(older)) await sleep(20)
  }
  let tries = 0
  system.setPlan(({ body }): Trouble | undefined => {
    const isOlder = body.saveType === '1' && JSON.stringify(body).includes(older)
    if (isOlder) return ++tries === 1 ? { kind: 'late', until: formalSubmit } : { kind: 'unavailable' }
    if (body.saveType !== '2') return undefined
    expect(held()).toContain(newer)
    arrive()
    return { kind: 'slow', until: untilOverwritten() }
  })
  expect(await citizen.code('declaration.submit', { draftId, version })).toBe('UPSTREAM_UNAVAILABLE')
  const forms = [{ materialId: NURSE.form, answers: { org_name: newer } }]
  const saved = await citizen.call('declaration.save', { draftId, baseVersion: version, forms })
  await citizen.call('declaration.submit', { draftId, version: saved.version })
  const [filed] = casesOf(draft)
  expect(JSON.stringify(filed?.forms)).toContain(newer)
  expect(JSON.stringify(filed?.forms)).not.toContain(older)
}, 60_000)

test('a submit whose function was killed while it sent is repeated by the scheduler: one case', async () => {
  const draft = await ready()
  const { citizen, draftId, version } = draft
  let tries = 0
  system.setPlan(({ body }) => (body.saveType === '2' && ++tries === 1 ? { kind: 'killed' } : undefined))
  await citizen.raw('api', { action: 'declaration.submit', input: { draftId, version } }).catch(() => undefined)
  const [row] = await databaseOf(system).rows('declarations', { _id: draftId })
  expect([row?.state, row?.phase]).toEqual(['confirming', 'sending'])
  expect(casesOf(draft)).toEqual([])
  // The lease of the dead function runs out.
  await databaseOf(system).update('declarations', { _id: draftId }, { leaseUntil: 0 })
  await system.cloud.runInConsole('scheduler', { job: 'reconcile' })
  expect((await open(citizen, draftId)).state).toBe('submitted')
  expect(casesOf(draft)).toHaveLength(1)
}, 60_000)
