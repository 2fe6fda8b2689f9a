import { setTimeout as sleep } from 'node:timers/promises'
import { PAUSES_MS } from '../../miniprogram/packages/declare/outcome/outcome-watch'
import { type Trouble } from '../support/bad-line'
import { type Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { attach, NURSE, open } from './support/nurse'
import { copyDraft, fictionalNurse, type Filer, filerId, makeFiler, type ReadyDraft } from './support/submit-drafts'
import { type BadSystem, startBadSystem } from './support/submit-system'
import { addFile, onlyRound, PROOF } from './support/supplement'

/** The cornerstones of "never twice, never lost": each of these fails when one comparison is taken out. */

let system: BadSystem
let filer: Filer
/** The hospital hands it in, with a letter of authorisation that two people sign. */
const BY_HOSPITAL = 'QX120116000014D02'
const LETTER = 'CL12011600001413'
const OWN = fictionalNurse(0)
const OTHER = fictionalNurse(1)
beforeAll(async () => {
  system = await startBadSystem({ accounts: [OWN, OTHER], processes: 8, citizenOf: () => filerId(0) })
  filer = await makeFiler(system, OWN, 0)
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.setPlan(() => undefined))

let drafts = 0
const ready = (): Promise<ReadyDraft> => copyDraft(system, filer, drafts++)

const isFormalSubmit = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => body.saveType === '2'
const isAnswer = ({ path }: { readonly path: string }) => path.endsWith('supplements/submit')

const rowOf = async (collection: string, _id: string) => (await databaseOf(system).rows(collection, { _id }))[0]
const leaseOver = (collection: string, _id: string) => databaseOf(system).update(collection, { _id }, { leaseUntil: 0 })
const reconcileAll = () => system.cloud.runInConsole('scheduler', { job: 'reconcile' })

/** What meets the first request of a kind waits for `release`; is refused then, as is its repetition by the same invocation. */
function holdFirst(isWanted: (request: { body: Readonly<Record<string, unknown>>; path: string }) => boolean) {
  let release = (): void => undefined
  let arrived = (): void => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  const held = new Promise<void>((resolve) => (arrived = resolve))
  let first: string | undefined
  system.setPlan((request): Trouble | undefined => {
    if (!isWanted(request)) return undefined
    first ??= request.traceId
    arrived()
    return request.traceId === first ? { kind: 'refused', until } : undefined
  })
  return { held, release: () => release() }
}

/** A case that the office wants a proof for, with the proof uploaded. */
async function answered(citizen: Citizen) {
  const draft = await ready()
  const outcome = await citizen.call('declaration.submit', { draftId: draft.draftId, version: draft.version })
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  const { caseNo } = outcome.receipt
  const reasons = { [PROOF]: '身份证影像不清' }
  system.provider.office.act(caseNo, 'requestSupplement', { opinion: '请补正', materialIds: [PROOF], reasons })
  const round = await onlyRound(citizen, caseNo)
  await addFile(citizen, round)
  const { supplementId, version } = await onlyRound(citizen, caseNo)
  return { caseNo, supplementId, submit: { supplementId, version, remark: '' } }
}

test('an older claim of a submit that comes late changes nothing: what was submitted stays submitted', async () => {
  const { citizen, draftId, version } = await ready()
  const line = holdFirst(isFormalSubmit)
  const late = citizen.reply('declaration.submit', { draftId, version })
  await line.held
  await leaseOver('declarations', draftId)
  expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'submitted' })
  const before = await rowOf('declarations', draftId)
  line.release()
  await late
  expect(await rowOf('declarations', draftId)).toEqual(before)
}, 60_000)

test('an older claim of a supplement that comes late changes nothing either', async () => {
  const { citizen } = filer
  const { supplementId, submit } = await answered(citizen)
  const line = holdFirst(isAnswer)
  const late = citizen.reply('supplement.submit', submit)
  await line.held
  await leaseOver('supplements', supplementId)
  expect(await citizen.call('supplement.outcome', { supplementId })).toMatchObject({ state: 'submitted' })
  const before = await rowOf('supplements', supplementId)
  line.release()
  await late
  expect(await rowOf('supplements', supplementId)).toEqual(before)
}, 60_000)

test('a file that the provider lists, but in no case or in another one, did not arrive', async () => {
  const { citizen, draftId, version, declareNo } = await ready()
  system.setPlan((request) => (isFormalSubmit(request) ? { kind: 'killedAfter' } : undefined))
  await citizen.raw('api', { action: 'declaration.submit', input: { draftId, version } }).catch(() => undefined)
  system.setPlan(() => undefined)
  const files = system.books.attachments.all().filter((file) => file.declareNo === declareNo && file.fieldId === '')
  const [loose, elsewhere] = files
  if (!loose || !elsewhere) throw new Error('the draft has too few files')
  system.books.attachments.put({ ...loose, caseNo: '' })
  system.books.attachments.put({ ...elsewhere, caseNo: 'BJ202611020000000001' })
  await leaseOver('declarations', draftId)
  const outcome = await citizen.call('declaration.outcome', { draftId })
  const missing = [loose, elsewhere].map(({ fileName }) => fileName)
  expect(outcome).toMatchObject({
    state: 'submitted',
    receipt: { missing: expect.arrayContaining(missing) as string[] },
  })
  expect(outcome.state === 'submitted' && outcome.receipt.total - outcome.receipt.delivered).toBe(2)
}, 60_000)

test('the formal submit whose answer is lost is asked for, not sent again by the client', async () => {
  const { citizen, draftId, version } = await ready()
  let sent = 0
  system.setPlan((request) => (isFormalSubmit(request) && ++sent === 1 ? { kind: 'unanswered' } : undefined))
  const outcome = await citizen.call('declaration.submit', { draftId, version })
  expect([outcome.state, sent]).toEqual(['submitted', 1])
}, 60_000)

test('a function that dies while it sends keeps its citizen at 结果确认中 for 20 s at most: the page asks, nobody helps', async () => {
  const { citizen, draftId, version } = await ready()
  let sent = 0
  system.setPlan((request) => (isFormalSubmit(request) && ++sent === 1 ? { kind: 'killed' } : undefined))
  await citizen.raw('api', { action: 'declaration.submit', input: { draftId, version } }).catch(() => undefined)
  const said: string[] = []
  for (const pause of PAUSES_MS.slice(0, 5)) {
    await sleep(pause)
    said.push((await citizen.call('declaration.outcome', { draftId })).state)
    if (said.includes('submitted')) break
  }
  expect(PAUSES_MS.slice(0, 5).reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(20_000)
  expect(said.at(-1)).toBe('submitted')
  expect(sent).toBe(2)
}, 60_000)

describe('the WeChat user has bound another One-Network account since', () => {
  const { logins } = OTHER
  afterEach(async () => {
    await filer.citizen.bind(OWN.logins[0] ?? '')
  })

  /** Requests to the provider while the timer runs, but for those that say nothing about whose token they use. */
  async function askedByTimer(): Promise<number> {
    const from = system.line.counts().requests
    await reconcileAll()
    await sleep(50)
    return system.line.counts().requests - from
  }

  test('her open submission is not asked about, let alone sent, under that account', async () => {
    const { citizen, draftId, version } = await ready()
    system.setPlan((request) => (isFormalSubmit(request) ? { kind: 'killed' } : undefined))
    await citizen.raw('api', { action: 'declaration.submit', input: { draftId, version } }).catch(() => undefined)
    system.setPlan(() => undefined)
    await citizen.bind(logins[0] ?? '')
    await leaseOver('declarations', draftId)
    expect(await askedByTimer()).toBe(0)
    expect(await rowOf('declarations', draftId)).toMatchObject({ state: 'confirming', phase: 'sending' })
    // As soon as the owner is back, it goes on.
    await citizen.bind(OWN.logins[0] ?? '')
    await leaseOver('declarations', draftId)
    await reconcileAll()
    expect((await open(citizen, draftId)).state).toBe('submitted')
  }, 60_000)

  test('nor is her open supplement', async () => {
    const { citizen } = filer
    const { supplementId, submit } = await answered(citizen)
    system.setPlan((request) => (isAnswer(request) ? { kind: 'killed' } : undefined))
    await citizen.raw('api', { action: 'supplement.submit', input: submit }).catch(() => undefined)
    system.setPlan(() => undefined)
    await citizen.bind(logins[0] ?? '')
    await leaseOver('supplements', supplementId)
    expect(await askedByTimer()).toBe(0)
    expect(await rowOf('supplements', supplementId)).toMatchObject({ state: 'confirming' })
    await citizen.bind(OWN.logins[0] ?? '')
    await leaseOver('supplements', supplementId)
    await reconcileAll()
    expect(await rowOf('supplements', supplementId)).toMatchObject({ state: 'submitted' })
  }, 60_000)
})

test('the signature of another field of the same form does not count', async () => {
  const { citizen } = await ready()
  const optionIds = [...NURSE.optionIds.slice(0, 2), BY_HOSPITAL]
  const { draftId } = await citizen.call('declaration.start', {
    matterId: NURSE.matterId,
    optionIds,
    startKey: 'key-of-letter',
  })
  const { version } = await open(citizen, draftId)
  const trustee = await attach(citizen, { draftId, materialId: LETTER, fieldId: 'trustee_sign' })
  const signed = { principal_sign: [trustee.attachmentId], trustee_sign: [trustee.attachmentId] }
  const forms = [{ materialId: LETTER, answers: signed }]
  const saved = await citizen.call('declaration.save', { draftId, baseVersion: version, forms })
  const failure = await citizen.failure('declaration.submit', { draftId, version: saved.version })
  const told = failure.fields?.map(({ field }) => field)
  expect(told).toContain(`${LETTER}.principal_sign`)
  expect(told).not.toContain(`${LETTER}.trustee_sign`)
}, 60_000)
