import { CASE_CATEGORIES } from '../../miniprogram/shared/domain/case'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { FREIGHT } from './support/freight'
import { NURSE, start } from './support/nurse'
import { addFile, askedCase, onlyRound, PROOF } from './support/supplement'

/**
 * Answers that the contract allows, from every function at once: members that nobody knows, optional ones null or left
 * out. A citizen and an enterprise get through all the same.
 */

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

const { matterId, optionIds } = NURSE

/**
 * A function that keeps its optional members. Without what a question depends on (#12) each would have to be answered;
 * without the form's id (#11, #13, #16) nothing could be filled in here; a citizen without an ID number (#17) may not
 * file; a case without a number (#4) leaves the receipt open; files that are not listed (#26) count as lost.
 */
const spare = (functionNo: number): void => system.provider.faults.set({ match: { functionNo }, kind: 'extra-fields' })

/** Every list and page of an identity that reads from the provider. */
async function readEverything(citizen: Citizen): Promise<readonly string[]> {
  const home = await citizen.call('home.open', {})
  expect([home.matters.ok, home.counts?.ok, home.drafts.ok]).toEqual([true, true, true])
  expect((await citizen.call('matter.list', {})).matters.length).toBeGreaterThan(0)
  await citizen.call('matter.search', { keyword: '许可' })
  await citizen.call('matter.recommend', { shown: [] })
  const lists = await Promise.all(
    CASE_CATEGORIES.map(({ category }) => citizen.call('case.list', { category, pageNo: 1 })),
  )
  // The four counts (#18) are those of the four lists (#19).
  const { supplement, processing, finished, promise } = lists[0]?.counts ?? {}
  expect(lists.map(({ page }) => page.total)).toEqual([supplement, processing, promise, finished])
  const caseNos = [...new Set(lists.flatMap(({ page }) => page.rows.map(({ caseNo }) => caseNo)))]
  for (const caseNo of caseNos) {
    expect((await citizen.call('case.open', { caseNo })).progress.caseNo).toBe(caseNo)
    await citizen.call('archive.open', { caseNo })
    await citizen.call('evaluation.open', { caseNo })
  }
  await citizen.call('inbox.open', { pageNo: 1 })
  return caseNos
}

/** Files and cases of before that may be used again (#9, #20). */
async function readEarlier(citizen: Citizen, draftId: string, materialId: string): Promise<void> {
  const { last, cases } = await citizen.call('attachment.earlier', { draftId, materialId, pageNo: 1 })
  expect(last.ok).toBe(true)
  expect(cases.ok && cases.value.rows.length).toBeGreaterThan(0)
}

describe.each(['extra-fields', 'null-fields', 'missing-fields'] as const)('%s in every answer', (kind) => {
  beforeEach(() => {
    system.provider.faults.set({ match: {}, kind })
  })

  test('a citizen binds, reads, files, is asked for a supplement', async () => {
    for (const no of [4, 11, 12, 13, 16, 17, 26]) spare(no)
    const nurse = new Citizen(system, `nurse-${kind}`)
    await nurse.bind(NURSE.account)
    expect(await readEverything(nurse)).not.toEqual([])
    const guide = await nurse.call('matter.open', { matterId })
    expect(guide.guide.matterId).toBe(matterId)
    const { materials } = await nurse.call('matter.checklist', { matterId, optionIds: [...optionIds] })
    expect(materials.length).toBeGreaterThan(0)
    await nurse.call('matter.notice', { matterId })

    const { draftId } = await start(nurse, `strange-${kind}`)
    await nurse.call('declaration.offers', { draftId })
    await readEarlier(nurse, draftId, PROOF)
    const caseNo = await askedCase(nurse, kind)
    const round = await onlyRound(nurse, caseNo)
    await addFile(nurse, round)
    const { supplementId, version } = await onlyRound(nurse, caseNo)
    expect(await nurse.call('supplement.submit', { supplementId, version, remark: '' })).toMatchObject({
      state: 'submitted',
    })
  }, 60_000)

  test('an enterprise binds and reads', async () => {
    const clerk = new Citizen(system, `clerk-${kind}`)
    await clerk.bind('91120116MA0FXN011B', 'enterprise')
    expect(await readEverything(clerk)).not.toEqual([])
    for (const no of [11, 12, 13, 16]) spare(no)
    const { matterId: freight, byAgent } = FREIGHT
    const begin = { matterId: freight, optionIds: [...byAgent], startKey: `strange-freight-${kind}` }
    const { draftId } = await clerk.call('declaration.start', begin)
    await readEarlier(clerk, draftId, 'CL12011600000102')
    const credit = await clerk.reply('credit.open', {})
    // The account's own code is optional (#17).
    if (kind === 'extra-fields') expect(credit.ok && credit.data.report.ok).toBe(true)
    else expect(credit).toMatchObject({ error: { message: expect.stringContaining('没有统一社会信用代码') as string } })
  }, 60_000)
})
