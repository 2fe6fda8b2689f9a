import { type CaseProgress } from '../../miniprogram/shared/domain/case'
import { guidanceFor } from '../../cloudfunctions/domain/case/guidance'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { FREIGHT } from './support/freight'
import { completeDraft, NURSE } from './support/nurse'

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
}, 90_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

async function fileCase(startKey: string): Promise<string> {
  const outcome = await nurse.call('declaration.submit', await completeDraft(nurse, startKey))
  if (outcome.state !== 'submitted') throw new Error('the case is not confirmed yet')
  return outcome.receipt.caseNo
}

test('a licence that is not accepted: by when gaps are told; none once they were, or it was accepted', async () => {
  const caseNo = await fileCase('guidance-1')
  const { progress, guidance } = await nurse.call('case.open', { caseNo })
  expect(progress).toMatchObject({ stage: 'received', submittedAt: expect.any(String) as string })
  expect(guidance).toMatchObject({ isLicence: true, window: { phone: '022-00000001' } })
  const due = guidance?.gapsToldBy?.date ?? ''
  // Five working days are at least a week, and never more than three, whatever holidays lie between.
  const days = (Date.parse(due) - Date.parse((progress.submittedAt ?? '').slice(0, 10))) / 86_400_000
  expect(days).toBeGreaterThanOrEqual(7)
  expect(days).toBeLessThan(21)

  system.provider.office.act(caseNo, 'requestSupplement', { opinion: '照片不清晰' })
  const asked = await nurse.call('case.open', { caseNo })
  expect(asked.progress).toMatchObject({ stage: 'received', gapsTold: true })
  expect(asked.guidance?.gapsToldBy).toBeUndefined()
  expect((await nurse.call('supplement.open', { caseNo })).stage).toBe('received')

  system.provider.office.act(caseNo, 'receiveSupplement')
  system.provider.office.act(caseNo, 'accept')
  const accepted = await nurse.call('case.open', { caseNo })
  expect(accepted.progress).toMatchObject({ stage: 'accepted', acceptedAt: expect.any(String) as string })
  expect(accepted.guidance?.gapsToldBy).toBeUndefined()

  system.provider.office.act(caseNo, 'review')
  system.provider.office.act(caseNo, 'requestSupplement', { opinion: '请补充' })
  expect((await nurse.call('supplement.open', { caseNo })).stage).toBe('accepted')
}, 90_000)

test('asked for something at the window before acceptance, a case is not accepted', async () => {
  const { page } = await nurse.call('case.list', { category: 'supplement', pageNo: 1 })
  const { progress } = await nurse.call('case.open', { caseNo: page.rows.at(-1)?.caseNo ?? '' })
  expect(progress).toMatchObject({ stage: 'received', gapsTold: true })
})

test('papers that are awaited, a refusal and 不予受理 are told apart', async () => {
  const [waiting, refused, turned] = [
    await fileCase('guidance-2'),
    await fileCase('guidance-3'),
    await fileCase('guidance-4'),
  ]
  system.provider.office.act(waiting, 'preReview')
  system.provider.office.act(waiting, 'awaitReceipt')
  expect((await nurse.call('case.open', { caseNo: waiting })).progress).toMatchObject({ papersAwaited: true })
  system.provider.office.act(refused, 'accept')
  system.provider.office.act(refused, 'reject')
  expect((await nurse.call('case.open', { caseNo: refused })).progress.stage).toBe('refused')
  system.provider.office.act(turned, 'notAccept')
  expect((await nurse.call('case.open', { caseNo: turned })).progress.stage).toBe('notAccepted')
}, 90_000)

test('the five days count working days, of a licence only', async () => {
  const matterOf = async (matterId: string) => (await nurse.call('matter.open', { matterId })).guide
  const [licence, confirmation] = [await matterOf(NURSE.matterId), await matterOf('SX120116000002')]
  const before: CaseProgress = {
    caseNo: 'BJ0',
    matterId: licence.matterId,
    matterName: licence.name,
    status: { code: '', name: '', known: true, turn: 'office' },
    nodes: [],
    pauses: [],
    documents: [],
    stage: 'received',
    submittedAt: '2026-09-28T16:00:00+08:00',
  }
  // The National Day's week lies between, and Saturday 10 October is worked.
  const due = { date: '2026-10-10', estimated: false }
  expect(guidanceFor(before, licence, Date.now()).gapsToldBy).toEqual(due)
  expect(confirmation.typeLabel).toBe('行政确认')
  expect(guidanceFor(before, confirmation, Date.now())).toMatchObject({ isLicence: false })
  expect(guidanceFor(before, confirmation, Date.now()).gapsToldBy).toBeUndefined()
  expect(guidanceFor({ ...before, stage: 'accepted' }, licence, Date.now()).gapsToldBy).toBeUndefined()
})

test('how far the office is counts working days, and only where they can be counted', () => {
  const at = (day: string, more: Partial<CaseProgress> = {}) => {
    const progress: CaseProgress = {
      caseNo: 'BJ0',
      matterId: NURSE.matterId,
      matterName: '护士执业注册',
      status: { code: '', name: '', known: true, turn: 'office' },
      nodes: [],
      pauses: [],
      documents: [],
      acceptedAt: '2026-11-25T10:20:00+08:00',
      promisedFinishDate: '2026-12-02',
      ...more,
    }
    return guidanceFor(progress, undefined, Date.parse(`${day}T09:00:00+08:00`)).pace
  }
  // A weekend lies between.
  expect(at('2026-11-30')).toEqual({ day: 3, of: 5, estimated: false })
  expect(at('2026-11-25')).toBeUndefined()
  expect(at('2026-12-03')).toBeUndefined()
  expect(at('2026-11-30', { pauses: [{ reason: '等待补正', startedAt: '2026-11-26T09:00:00+08:00' }] })).toBeUndefined()
  expect(at('2026-11-30', { status: { code: '', name: '', known: true, turn: 'applicant' } })).toBeUndefined()
})

test('the guide down: the case is shown without its window', async () => {
  const clerk = new Citizen(system, 'clerk')
  await clerk.bind(FREIGHT.account, 'enterprise')
  const { page } = await clerk.call('case.list', { category: 'finished', pageNo: 1 })
  system.provider.faults.set({ match: { functionNo: 3 }, kind: 'status', status: 403 })
  const { guidance } = await clerk.call('case.open', { caseNo: page.rows[0]?.caseNo ?? '' })
  expect(guidance).toEqual({ today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string })
})
