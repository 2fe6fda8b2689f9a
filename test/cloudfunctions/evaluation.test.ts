import { type EvaluationDraft } from '../../miniprogram/shared/domain/evaluation'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { FREIGHT } from './support/freight'
import { NURSE } from './support/nurse'

let system: System
let nurse: Citizen
const citizens = new Map<string, Citizen>()
/** Cases that are over and not rated: each is rated by one test only. */
let fresh: readonly { readonly caseNo: string; readonly who: Citizen }[]
/** A finished case of the nurse that no test rates, and one that is not finished. */
let finished: string
let running: string

/** WeChat user → account of the samples. */
const ACCOUNTS = {
  nurse: [NURSE.account, 'person'],
  doctor: ['13000000103', 'person'],
  freight: [FREIGHT.account, 'enterprise'],
  culture: ['shiguangli', 'enterprise'],
} as const

beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  const found: { caseNo: string; who: Citizen }[] = []
  for (const [id, [account, subjectType]] of Object.entries(ACCOUNTS)) {
    const who = new Citizen(system, id)
    citizens.set(id, who)
    await who.bind(account, subjectType)
    for (const category of ['supplement', 'processing', 'finished'] as const) {
      const { page } = await who.call('case.list', { category, pageNo: 1 })
      found.push(...page.rows.map(({ caseNo }) => ({ caseNo, who })))
    }
  }
  nurse = citizens.get('nurse') ?? new Citizen(system, 'nurse')
  const office = system.provider.office
  const [first, second, ...others] = found
  finished = first?.caseNo ?? ''
  running = second?.caseNo ?? ''
  fresh = others
  // The office's own wish, whatever the case's state was, and as of now.
  for (const { caseNo } of found) {
    office.setStatus(caseNo, '32')
    if (caseNo !== running) office.setStatus(caseNo, '90')
  }
}, 90_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

let used = 0
function freshCase() {
  const found = fresh[used++]
  if (!found) throw new Error('no case is left to rate')
  const { caseNo, who } = found
  return {
    caseNo,
    who,
    submit: async (draft: EvaluationDraft = BAD) =>
      (await who.call('evaluation.submit', { caseNo, ...draft })).evaluation,
    open: async () => (await who.call('evaluation.open', { caseNo })).evaluation,
  }
}

const BAD: EvaluationDraft = { score: 2, optionCodes: ['209'], comment: '  等了一个月，没有人联系。 ' }
const GOOD: EvaluationDraft = { score: 5, optionCodes: [], comment: '' }
const refusal = (draft: EvaluationDraft, who = nurse, caseNo = finished) =>
  who.failure('evaluation.submit', { caseNo, ...draft })
const open = (caseNo = finished) => nurse.call('evaluation.open', { caseNo })
/** How each sending of #30 ended, oldest first: a business code or what the network said. */
const endings = () =>
  system.log.filter((line) => line.includes('"no":30')).map((line) => /"code":"([^"]*)"/.exec(line)?.[1])
const sent = () => endings().length
const fault = (functionNo: number, kind: 'slow' | 'status' | 'html' | 'down' | 'accept-and-never-answer', more = {}) =>
  system.provider.faults.set({ match: { functionNo }, kind, ...more })

test('#31 down: the page opens and says that the options are missing', async () => {
  fault(31, 'html', { status: 200 })
  const page = await open()
  expect(page.evaluation).toEqual({ state: 'open' })
  expect(page.choices).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } })
})

test('#27 down: what may be rated is rated all the same; why something may not, nobody can say', async () => {
  await nurse.call('case.open', { caseNo: finished })
  fault(27, 'html', { status: 200 })
  const page = await open()
  expect(page.case).toMatchObject({ caseNo: finished, matterName: expect.stringMatching(/.+/) as string })
  expect(page.evaluation).toEqual({ state: 'open' })
  expect(page.choices).toMatchObject({ ok: true })
  expect(await nurse.code('evaluation.open', { caseNo: running })).toBe('UPSTREAM_UNAVAILABLE')
})

test('the page of a finished case: nothing said yet, the provider’s own options, and until when', async () => {
  const page = await open()
  expect(page.case).toMatchObject({ caseNo: finished, isFinished: true, matterName: expect.any(String) as string })
  expect(page.case.rateBy).toMatch(/^20\d\d-\d\d-\d\d$/)
  expect(page.evaluation).toEqual({ state: 'open' })
  if (!page.choices.ok) throw new Error('no choices')
  expect(page.choices.value.levels.map(({ name }) => name)).toEqual([
    '非常满意',
    '满意',
    '基本满意',
    '不满意',
    '非常不满意',
  ])
  expect((await nurse.call('case.open', { caseNo: finished })).evaluation).toEqual({
    ok: true,
    value: { state: 'open' },
  })
})

test('a bad rating with its reason is given once, read back from the provider, and never sent again', async () => {
  const { submit, open: reopen, caseNo } = freshCase()
  const before = sent()
  const evaluation = await submit()
  const given = {
    score: 2,
    scoreName: '不满意',
    options: [{ code: '209', name: '未在承诺时间内办结' }],
    comment: '等了一个月，没有人联系。',
  }
  expect(evaluation).toMatchObject({ state: 'given', given })
  expect(await reopen()).toEqual(evaluation)
  // Another wish changes nothing: what was said first is shown.
  expect(await submit(GOOD)).toEqual(evaluation)
  // A connection that did not come about is no sending.
  expect(
    endings()
      .slice(before)
      .filter((code) => code === '0'),
  ).toHaveLength(1)
  const [row] = await databaseOf(system).rows('evaluations', { caseNo })
  expect(JSON.stringify(row)).not.toContain('等了')
})

test('five taps make one rating', async () => {
  const { submit } = freshCase()
  const before = sent()
  const answers = await Promise.all(Array.from({ length: 5 }, () => submit()))
  expect(answers.filter(({ state }) => state === 'given').length).toBeGreaterThanOrEqual(1)
  expect(sent() - before).toBe(1)
}, 60_000)

test.each<[string, EvaluationDraft, string]>([
  ['no reason', { score: 1, optionCodes: [], comment: '   ' }, '选择“非常不满意”时，请至少选一条原因，或写几句话'],
  ['another level’s reason', { score: 5, optionCodes: ['209'], comment: '' }, '选择的原因与满意程度不一致'],
])('%s is told and not sent', async (_name, draft, message) => {
  const before = sent()
  const error = await refusal(draft)
  expect(error).toMatchObject({ code: 'INVALID_INPUT' })
  expect(error.message).toContain(message)
  expect(sent()).toBe(before)
  expect((await open()).evaluation).toEqual({ state: 'open' })
})

test('an answer that is lost is asked for, not sent again', async () => {
  const { submit } = freshCase()
  const before = sent()
  fault(30, 'accept-and-never-answer', { times: 1 })
  expect(await submit()).toMatchObject({ state: 'given', given: { score: 2 } })
  expect(sent() - before).toBe(1)
}, 60_000)

test.each([
  ['html', { status: 502, times: 1 }],
  ['status', { status: 500, times: 1 }],
] as const)(
  '%s: nobody knows, so the page says so; the same number later makes one rating',
  async (kind, more) => {
    const { submit, open: reopen, caseNo } = freshCase()
    const before = sent()
    fault(30, kind, more)
    expect(await submit()).toMatchObject({ state: 'confirming' })
    expect(await reopen()).toMatchObject({ state: 'confirming' })
    // Nobody sends meanwhile.
    expect(await submit(GOOD)).toMatchObject({ state: 'confirming' })
    expect(sent() - before).toBe(1)
    const { rows, update } = databaseOf(system)
    const [row] = await rows('evaluations', { caseNo })
    await update('evaluations', { caseNo }, { sentAt: Date.now() - 100_000, leaseUntil: 0 })
    expect(await reopen()).toEqual({ state: 'open' })
    expect(await submit(GOOD)).toMatchObject({ state: 'given', given: { score: 5 } })
    const [later] = await rows('evaluations', { caseNo })
    expect(later?.['requestNo']).toBe(row?.['requestNo'])
  },
  60_000,
)

test('refused for certain, it may be corrected at once', async () => {
  const { submit, who, caseNo } = freshCase()
  fault(30, 'status', { status: 403, times: 1 })
  expect((await refusal(BAD, who, caseNo)).code).toBe('UPSTREAM_UNAVAILABLE')
  expect(await submit()).toMatchObject({ state: 'given' })
})

test('rated, but #29 does not answer: confirming, and later what the provider has', async () => {
  const { submit, open: reopen, who, caseNo } = freshCase()
  const before = sent()
  fault(30, 'slow', { delayMs: 2500, times: 1 })
  const logged = system.log.length
  const sending = submit()
  // The question before sending is answered, the one after it is not.
  while (!system.log.slice(logged).some((line) => line.includes('"no":29'))) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  fault(29, 'html', { status: 200 })
  expect(await sending).toMatchObject({ state: 'confirming' })
  expect((await who.call('case.open', { caseNo })).evaluation).toMatchObject({ ok: false })
  system.provider.faults.clear()
  expect(await reopen()).toMatchObject({ state: 'given', given: { score: 2 } })
  expect(sent() - before).toBe(1)
}, 60_000)

test('#29 down: the page fails, and nothing is sent', async () => {
  const before = sent()
  fault(29, 'html', { status: 200 })
  expect(await nurse.code('evaluation.open', { caseNo: finished })).toBe('UPSTREAM_UNAVAILABLE')
  expect((await refusal(BAD)).code).toBe('UPSTREAM_UNAVAILABLE')
  expect(sent()).toBe(before)
})

test('a case that is not finished cannot be rated', async () => {
  const page = await open(running)
  expect(page.case.isFinished).toBe(false)
  expect(page.evaluation).toEqual({ state: 'closed' })
  expect((await nurse.call('evaluation.submit', { caseNo: running, ...BAD })).evaluation).toEqual({ state: 'closed' })
  expect(await nurse.call('case.open', { caseNo: running })).not.toHaveProperty('evaluation')
})

test('another citizen’s case, the same citizen’s other identity and a missing case answer the same', async () => {
  const other = citizens.get('doctor') ?? nurse
  const missing = await nurse.failure('evaluation.open', { caseNo: 'BJ0' })
  expect(missing.code).toBe('NOT_FOUND')
  expect(await other.failure('evaluation.open', { caseNo: finished })).toEqual(missing)
  expect(await refusal(BAD, other)).toEqual(missing)
  await nurse.bind(FREIGHT.account, 'enterprise')
  expect(await refusal(BAD)).toEqual(missing)
  await nurse.call('account.switch', { subjectType: 'person' })
  expect((await open()).evaluation).toEqual({ state: 'open' })
})

test.each([
  { score: 6, optionCodes: [], comment: '' },
  { score: 5, optionCodes: ['x'], comment: '' },
  { score: 5, optionCodes: [], comment: '长'.repeat(501) },
])('input out of bounds is refused: %j', async (draft) => {
  expect((await refusal(draft)).code).toBe('INVALID_INPUT')
})
