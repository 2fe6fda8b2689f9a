import { type SupplementRound } from '../../miniprogram/shared/domain/supplement'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { pdf } from './support/files'
import { attach, NURSE } from './support/nurse'
import { addFile, askedCase, onlyRound, PROOF } from './support/supplement'

/** Functions 22 to 26 with a provider that is slow, down, or answers nonsense. */

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'supplement-faults')
  await nurse.bind(NURSE.account)
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

function fault(functionNo: number, kind: 'html' | 'empty' | 'truncated' | 'unknown-code' | 'down', times?: number) {
  const status = kind === 'down' ? {} : { status: 200 }
  system.provider.faults.set({ match: { functionNo }, kind, ...status, ...(times === undefined ? {} : { times }) })
}

let cases = 0
async function ready(): Promise<{ readonly caseNo: string; readonly round: SupplementRound }> {
  const caseNo = await askedCase(nurse, `fault-${++cases}`)
  const round = await onlyRound(nurse, caseNo)
  await addFile(nurse, round)
  return { caseNo, round }
}
const inputOf = ({ supplementId, version }: SupplementRound) => ({ supplementId, version, remark: '' })
const heldRounds = (caseNo: string) => system.provider.office.openCase(caseNo)?.supplements ?? []

test.each([
  ['html', 'UPSTREAM_UNAVAILABLE'],
  ['empty', 'UPSTREAM_UNAVAILABLE'],
  ['truncated', 'UPSTREAM_UNAVAILABLE'],
  ['unknown-code', 'UPSTREAM_REJECTED'],
] as const)(
  '#22 answers %s: told, never “nothing is wanted”',
  async (kind, code) => {
    const caseNo = await askedCase(nurse, `wanted-${kind}`)
    fault(22, kind)
    expect(await nurse.code('supplement.open', { caseNo })).toBe(code)
  },
  60_000,
)

test('#26, #21 and #27 may fail alone: what is wanted is shown all the same', async () => {
  const caseNo = await askedCase(nurse, 'alone', { withForm: true })
  for (const no of [26, 21, 27]) fault(no, 'html')
  const opened = await nurse.call('supplement.open', { caseNo })
  expect(opened).toMatchObject({ matterName: '', beforeKnown: false, earlier: { ok: false } })
  expect(opened.rounds[0]?.items).toHaveLength(2)
  expect(opened.rounds[0]?.items[0]?.form).toBeUndefined()
  system.provider.faults.clear()
  expect((await onlyRound(nurse, caseNo)).items[0]?.form).toMatchObject({ problems: 0 })
}, 60_000)

test('#23 that breaks once is repeated, and one that breaks for good can be tried again', async () => {
  const caseNo = await askedCase(nurse, 'upload')
  const round = await onlyRound(nurse, caseNo)
  fault(23, 'down', 1)
  expect((await addFile(nurse, round)).state).toBe('delivered')
  fault(23, 'html')
  const bytes = pdf('a second try')
  const place = { draftId: round.supplementId, materialId: PROOF }
  const begun = await nurse.call('attachment.begin', {
    ...place,
    fileName: 'a.pdf',
    size: bytes.length,
    uploadKey: 'key-12345',
  })
  const fileId = await nurse.upload(begun.cloudPath, bytes)
  const deliver = { attachmentId: begun.attachment.attachmentId, fileId }
  expect(await nurse.failure('attachment.deliver', deliver)).toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    retryable: true,
  })
  system.provider.faults.clear()
  expect((await nurse.call('attachment.deliver', deliver)).attachment.state).toBe('delivered')
}, 60_000)

test('#24 that fails leaves the file where it is', async () => {
  const caseNo = await askedCase(nurse, 'remove')
  const round = await onlyRound(nurse, caseNo)
  const { attachmentId } = await attach(nurse, { draftId: round.supplementId, materialId: PROOF })
  fault(24, 'html')
  expect(await nurse.code('attachment.remove', { attachmentId })).toBe('UPSTREAM_UNAVAILABLE')
  system.provider.faults.clear()
  expect((await onlyRound(nurse, caseNo)).items[0]?.files).toHaveLength(1)
  await nurse.call('attachment.remove', { attachmentId })
  expect((await onlyRound(nurse, caseNo)).items[0]?.files).toEqual([])
}, 60_000)

test('#25 whose answer is lost is queried by #26, and is one submission', async () => {
  const { caseNo, round } = await ready()
  fault(25, 'truncated')
  const outcome = await nurse.call('supplement.submit', inputOf(round))
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { caseNo, delivered: 1, total: 1 } })
  expect(heldRounds(caseNo)).toHaveLength(1)
}, 60_000)

test('#25 and #26 without an answer: 结果确认中, shown as such, found out later by the citizen or the timer', async () => {
  const { caseNo, round } = await ready()
  fault(25, 'html')
  const lost = await nurse.call('supplement.submit', inputOf(round))
  // The fault answers instead of the provider: it never got there.
  expect(lost).toMatchObject({ state: 'confirming' })
  expect(heldRounds(caseNo)[0]?.submittedAt).toBe('')
  expect(await onlyRound(nurse, caseNo)).toMatchObject({ state: 'confirming', since: expect.any(String) as string })
  const begin = { draftId: round.supplementId, materialId: PROOF, fileName: 'a.pdf', size: 10 }
  expect(await nurse.code('attachment.begin', begin)).toBe('OUTCOME_UNKNOWN')
  expect(await nurse.call('supplement.submit', inputOf(round))).toMatchObject({ state: 'confirming' })
  system.provider.faults.clear()
  await new Promise((resolve) => setTimeout(resolve, 2_200))
  const found = await nurse.call('supplement.outcome', { supplementId: round.supplementId })
  expect(found).toMatchObject({ state: 'submitted', receipt: { caseNo } })
}, 60_000)

test('a submit that was taken but not read back is not called submitted', async () => {
  const { caseNo, round } = await ready()
  fault(27, 'html')
  expect(await nurse.call('supplement.submit', inputOf(round))).toMatchObject({ state: 'confirming' })
  expect(heldRounds(caseNo)[0]?.submittedAt).not.toBe('')
  system.provider.faults.clear()
  const done = await system.cloud.runInConsole('scheduler', { job: 'reconcile' })
  expect(done.ok).toBe(true)
  const found = await nurse.call('supplement.outcome', { supplementId: round.supplementId })
  expect(found).toMatchObject({ state: 'submitted' })
}, 60_000)

test('a clear refusal opens the round again, with everything that was uploaded', async () => {
  const { caseNo, round } = await ready()
  fault(25, 'unknown-code')
  expect(await nurse.code('supplement.submit', inputOf(round))).toBe('UPSTREAM_REJECTED')
  system.provider.faults.clear()
  expect(await onlyRound(nurse, caseNo)).toMatchObject({ state: 'open', items: [{ files: [{ state: 'delivered' }] }] })
  expect(await nurse.call('supplement.submit', inputOf(round))).toMatchObject({ state: 'submitted' })
}, 60_000)

test('slow: told within the budget of a page', async () => {
  const caseNo = await askedCase(nurse, 'slow')
  system.provider.faults.set({ match: { functionNo: 22 }, kind: 'slow', delayMs: 16_000 })
  const from = Date.now()
  expect(await nurse.code('supplement.open', { caseNo })).toBe('UPSTREAM_UNAVAILABLE')
  expect(Date.now() - from).toBeLessThan(16_500)
}, 60_000)
