import { databaseOf } from './support/database'
import { open } from './support/nurse'
import { cases, failFormalSubmit, prepareSystem, ready, saves, system, untilLogged } from './support/ready-drafts'

prepareSystem()

test('a lost answer is said to be open, then found by asking: one case', async () => {
  const { citizen, draftId, version } = await ready()
  const before = cases()
  // Two hits: saveType 1 also is function 4, so the fault is set only after preparing would be done.
  system.provider.faults.set({ match: { functionNo: 15 }, kind: 'slow', delayMs: 600 })
  const submitting = citizen.call('declaration.submit', { draftId, version })
  await untilLogged('"no":5')
  system.provider.faults.set({ match: { functionNo: 4 }, kind: 'accept-and-never-answer', times: 1 })
  expect(await submitting).toMatchObject({ state: 'confirming' })
  expect(cases()).toBe(before + 1)
  system.provider.faults.clear()

  const declaration = await open(citizen, draftId)
  expect(declaration.state).toBe('confirming')
  expect(await citizen.code('declaration.save', { draftId, baseVersion: version, forms: [] })).toBe('OUTCOME_UNKNOWN')
  expect(await citizen.call('declaration.submit', { draftId, version })).toMatchObject({ state: 'confirming' })

  await leaseOver(draftId)
  const savesBefore = saves().length
  const outcome = await citizen.call('declaration.outcome', { draftId })
  expect(saves().length).toBe(savesBefore)
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { missing: [] } })
  expect(cases()).toBe(before + 1)
}, 60_000)

test.each(['html', 'empty', 'truncated'] as const)(
  'an unreadable answer (%s) is never a second case',
  async (kind) => {
    const { citizen, draftId, version } = await ready()
    const before = cases()
    await failFormalSubmit(citizen, draftId, version, kind)
    await leaseOver(draftId)
    expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'submitted' })
    expect(cases()).toBe(before + 1)
  },
  60_000,
)

test('a repetition that the provider cannot take now leaves the outcome open: nothing becomes a draft in silence', async () => {
  const { citizen, draftId, version } = await ready()
  const before = cases()
  expect(await failFormalSubmit(citizen, draftId, version, 'html')).toMatchObject({ data: { state: 'confirming' } })
  expect(cases()).toBe(before)
  await leaseOver(draftId)
  system.provider.faults.set({ match: { functionNo: 4 }, kind: 'status', status: 503 })
  expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'confirming' })
  system.provider.faults.clear()
  await leaseOver(draftId)
  expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'submitted' })
  expect(cases()).toBe(before + 1)
}, 60_000)

test('the scheduler finds out what became of a submit', async () => {
  const { citizen, draftId, version } = await ready()
  await failFormalSubmit(citizen, draftId, version, 'truncated')
  await databaseOf(system).update(
    'declarations',
    { _id: draftId },
    { state: 'confirming', phase: 'unknown', leaseUntil: 0 },
  )
  system.provider.faults.clear()
  expect(await system.cloud.runInConsole('scheduler', { job: 'reconcile' })).toMatchObject({
    ok: true,
    result: { ok: true },
  })
  expect((await open(citizen, draftId)).state).toBe('submitted')
}, 60_000)

test('submissions that nobody can answer do not keep the others from their turn', async () => {
  const database = databaseOf(system)
  const state = { state: 'confirming', phase: 'unknown', claim: 0 }
  for (let n = 0; n < 60; n += 1) {
    const id = `unbound-${n}`
    const keys = { _id: id, openid: id, openKey: id, startKey: id }
    await database.add('declarations', { ...keys, ...state, submittedFiles: [], leaseUntil: n })
  }
  const { citizen, draftId, version } = await ready()
  await failFormalSubmit(citizen, draftId, version, 'truncated')
  system.provider.faults.clear()
  await database.update('declarations', { _id: draftId }, { ...state, leaseUntil: 1000 })
  for (let n = 0; n < 2; n += 1) await system.cloud.runInConsole('scheduler', { job: 'reconcile' })
  expect((await open(citizen, draftId)).state).toBe('submitted')
}, 60_000)

test('a submission that stopped before it was sent becomes a draft again', async () => {
  const { citizen, draftId, version } = await ready()
  const stopped = {
    state: 'confirming',
    phase: 'prepared',
    leaseUntil: 0,
    submittingSince: '2026-11-02T10:00:00+08:00',
  }
  await databaseOf(system).update('declarations', { _id: draftId }, stopped)
  expect(await citizen.code('declaration.outcome', { draftId })).toBe('STATE_CHANGED')
  expect(await citizen.call('declaration.submit', { draftId, version })).toMatchObject({ state: 'submitted' })
}, 60_000)

/** As if the pause between two questions was over. */
const leaseOver = (draftId: string) => databaseOf(system).update('declarations', { _id: draftId }, { leaseUntil: 0 })
