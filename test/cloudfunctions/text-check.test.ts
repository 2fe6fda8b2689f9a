import { REVIEW_SAMPLE, RISKY_SAMPLE } from '../../sandbox/cloud/openapi/text-check'
import { startSystem } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { FREIGHT } from './support/freight'
import { NURSE } from './support/nurse'
import { addFile, askedCase, onlyRound } from './support/supplement'

/** Words that an officer will read are shown to WeChat's content check where that is entered; it marks, and never blocks. */

let system: Awaited<ReturnType<typeof startSystem>>
let nurse: Citizen
/** Finished cases that nobody has rated. */
const cases: { readonly caseNo: string; readonly who: Citizen }[] = []
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  system.environment['TEXT_CHECK'] = 'on'
  nurse = new Citizen(system, 'text-check')
  await nurse.bind(NURSE.account)
  const doctor = new Citizen(system, 'text-check-doctor')
  await doctor.bind('13000000103')
  const haulier = new Citizen(system, 'text-check-haulier')
  await haulier.bind(FREIGHT.account, 'enterprise')
  for (const who of [nurse, doctor, haulier]) {
    for (const category of ['supplement', 'processing', 'finished'] as const) {
      const { page } = await who.call('case.list', { category, pageNo: 1 })
      cases.push(...page.rows.map(({ caseNo }) => ({ caseNo, who })))
    }
  }
  for (const { caseNo } of cases) for (const status of ['32', '90']) system.provider.office.setStatus(caseNo, status)
}, 90_000)
afterEach(() => system.cloud.troubleTextCheck('none'))
afterAll(() => system.close())

/** Rates a case that was not rated yet; resolves with what the provider then has, its mark and what the log says of the check. */
async function rate(comment: string) {
  const next = cases.pop()
  if (!next) throw new Error('no case is left to rate')
  const { caseNo, who } = next
  const [choice, before] = [{ score: 5, optionCodes: [] }, system.log.length]
  const began = Date.now()
  const { evaluation } = await who.call('evaluation.submit', { caseNo, ...choice, comment })
  const [row] = await databaseOf(system).rows('evaluations', { caseNo })
  const told = system.log.slice(before).filter((line) => line.includes('"event":"text-check"'))
  expect(system.log.slice(before).filter((line) => comment !== '' && line.includes(comment))).toEqual([])
  return { given: evaluation, mark: row?.['textMark'], told, ms: Date.now() - began }
}
const GIVEN = (comment: string) => ({ state: 'given', given: { comment } })

test('bad words are sent as they are, and marked on the row and in the log, without the words', async () => {
  const comment = `办得慢 ${RISKY_SAMPLE}`
  const { given, mark, told } = await rate(comment)
  expect(given).toMatchObject(GIVEN(comment))
  expect(mark).toBe('risky')
  expect(told).toEqual([expect.stringContaining('"code":"RISKY"')])
})

test('good words pass', async () => {
  const { given, mark, told } = await rate('办得很快')
  expect(given).toMatchObject(GIVEN('办得很快'))
  expect([mark, told.length]).toEqual(['pass', 1])
})

test.each(['fails', 'hangs'] as const)(
  'when the check %s, the words are sent all the same, and soon',
  async (trouble) => {
    system.cloud.troubleTextCheck(trouble)
    const { given, mark, told, ms } = await rate('办得很快，谢谢')
    expect(given).toMatchObject(GIVEN('办得很快，谢谢'))
    expect(mark).toBe('unchecked')
    expect(told).toEqual([expect.stringContaining('"code":"UNCHECKED"')])
    expect(ms).toBeLessThan(7_000)
  },
)

test('words to the window with an answer are looked at, too', async () => {
  const caseNo = await askedCase(nurse, 'text-check')
  const round = await onlyRound(nurse, caseNo)
  await addFile(nurse, round)
  const { supplementId, version } = await onlyRound(nurse, caseNo)
  const remark = `已更换 ${REVIEW_SAMPLE}`
  const outcome = await nurse.call('supplement.submit', { supplementId, version, remark })
  expect(outcome).toMatchObject({ state: 'submitted' })
  expect(await databaseOf(system).rows('supplements', { _id: supplementId })).toMatchObject([{ textMark: 'review' }])
}, 60_000)

test('without words, and where it is not entered, nobody is asked', async () => {
  expect(await rate('')).toMatchObject({ mark: '', told: [] })
  delete system.environment['TEXT_CHECK']
  system.cloud.reload('api')
  expect(await rate(RISKY_SAMPLE)).toMatchObject({ given: GIVEN(RISKY_SAMPLE), mark: '', told: [] })
})
