import { ALL_MATTERS } from '../support/matters'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { completeDraft, NURSE } from './support/nurse'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

test('a nurse binds, fills in, attaches, submits, and finds her case with every file', async () => {
  const nurse = new Citizen(system, 'nurse')
  const account = await nurse.bind(NURSE.account)
  expect(account).toMatchObject({ active: 'person', identities: [{ displayName: '虞*禾', expired: false }] })

  const { draftId, version } = await completeDraft(nurse)
  const review = await nurse.call('declaration.review', { draftId })
  expect(review.missingMaterials).toEqual([])
  expect(
    Object.values(review.problems)
      .flat()
      .filter((p) => p.severity === 'error'),
  ).toEqual([])

  const outcome = await nurse.call('declaration.submit', { draftId, version })
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { applicantName: '虞*禾', missing: [] } })
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  expect(outcome.receipt.delivered).toBe(outcome.receipt.total)
  expect(outcome.receipt.total).toBeGreaterThan(3)
  expect(await nurse.call('declaration.submit', { draftId, version })).toEqual(outcome)

  const { caseNo } = outcome.receipt
  const opened = await nurse.call('case.open', { caseNo })
  expect(opened.receipt).toEqual(outcome)
  expect(opened.progress.status).toMatchObject({ code: '12', known: true, turn: 'office' })
  const list = await nurse.call('case.list', { category: 'processing', pageNo: 1 })
  const situations = new Map(list.page.rows.map((row) => [row.caseNo, row.situation]))
  expect(situations.get(caseNo)).toBe(review.declaration.situationText)
  // The others were filed elsewhere.
  expect([...situations.values()].filter(Boolean)).toHaveLength(1)
  expect(list.unfinished).toEqual([])
  const home = await nurse.call('home.open', {})
  expect(home.counts).toMatchObject({ ok: true })
  expect(home.matters.ok && home.matters.value).toHaveLength(ALL_MATTERS.length)
}, 60_000)
