import { agreedToday } from '../../miniprogram/shared/domain/consent'
import { ACTION_FACTS, type ActionName, type Input } from '../../miniprogram/shared/contract/actions'
import { auditKeys, pseudonym, type PseudonymOf } from '../../cloudfunctions/domain/audit/keys'
import { KEPT_DAYS } from '../../cloudfunctions/domain/audit/days'
import { removeAuditDays } from '../../cloudfunctions/domain/audit/remove-days'
import { sealAudit } from '../../cloudfunctions/domain/audit/seal'
import { writeAudit } from '../../cloudfunctions/domain/audit/write'
import { table } from '../../cloudfunctions/kernel/cloud'
import { type AuditRow, insertAuditRow } from '../../cloudfunctions/stores/audit-log'
import { type AuditHead } from '../../cloudfunctions/stores/audit-head'
import { type AuditSeal } from '../../cloudfunctions/stores/audit-seals'
import { functionEnvironment, SANDBOX_AUDIT_KEY } from '../../sandbox/environment'
import { type AuditExport } from '../../scripts/audit-log/exported'
import { findRows } from '../../scripts/audit-log/find'
import { verifyAudit } from '../../scripts/audit-log/verify'
import { startSystem, type System } from '../support/system'
import { rowOf, writerAt } from '../scripts/audit-log/made-log'
import { alarmsDuring, alarmsIn } from './support/alarm-lines'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { completeDraft, NURSE, start } from './support/nurse'
import { CALLBACK } from './support/push'

const KEYS = auditKeys(SANDBOX_AUDIT_KEY)
const DAY = 24 * 3600 * 1000
const USER = 'U1201160000095678'
const hashed = (of: PseudonymOf, value: string): string => pseudonym(KEYS, of, value)

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem()
  system.provider.pushes.to(system.cloud.url + CALLBACK, { everyMs: 0 })
  Object.assign(process.env, functionEnvironment(system.provider))
  databaseOf(system)
  nurse = new Citizen(system, 'audited')
  await nurse.bind(NURSE.account)
}, 60_000)
afterAll(() => system.close())

async function stored(): Promise<AuditExport> {
  const all = { limit: 1000 }
  return {
    rows: await table<AuditRow>('audit_log').find({}, all),
    seals: await table<AuditSeal>('audit_seals').find({}, all),
    heads: await table<AuditHead>('audit_head').find({}, all),
    strange: 0,
  }
}
const run = async (job: string) =>
  expect(await system.cloud.runInConsole('scheduler', { job })).toMatchObject({ result: { ok: true } })
const budget = () => ({ requestId: 'audit-test', deadline: Date.now() + 20_000 })

/** The rows that a call leaves, and the id that it was answered with. */
async function leaves<A extends ActionName>(who: Citizen, action: A, input: Input<A>) {
  const before = (await stored()).rows
  const { requestId } = await who.raw(ACTION_FACTS[action].on, { action, input })
  const known = new Set(before.map(({ _id }) => _id))
  const rows = (await stored()).rows.filter(({ _id }) => !known.has(_id))
  expect(rows.map((row) => row.requestId)).toEqual(rows.map(() => requestId))
  return rows
}

describe('a call', () => {
  const mine = { user: hashed('user', USER), wechat: '', identity: 'person' }
  beforeAll(() => (mine.wechat = hashed('wechat', nurse.openid)))

  test('that changes something, or looks at something personal, is one row with who, what and the outcome', async () => {
    expect(await leaves(nurse, 'home.open', {})).toMatchObject([
      { ...mine, action: 'home.open', outcome: 'OK', objects: [] },
    ])
    const caseNo = (await nurse.call('case.list', { pageNo: 1 })).page.rows[0]?.caseNo ?? ''
    const [looked] = await leaves(nurse, 'case.open', { caseNo })
    expect(looked).toMatchObject({ ...mine, outcome: 'OK', objects: [`case#${hashed('case', caseNo)}`] })
    expect(looked?.upstream.length).toBeGreaterThan(0)
    const { matterId, optionIds } = NURSE
    const started = { matterId, optionIds: [...optionIds], startKey: 'audit-start' }
    const [change] = await leaves(nurse, 'declaration.start', started)
    expect(change).toMatchObject({ ...mine, outcome: 'OK', seal: 0, lost: [] })
    const { draftId } = await nurse.call('declaration.start', started)
    expect(change?.objects).toEqual([`matter:${matterId}`, `draft:${draftId}`])
    const begun = { draftId, materialId: NURSE.form, fieldId: 'applicant_sign', fileName: '签名.png', size: 99 }
    const [upload] = await leaves(nurse, 'attachment.begin', begun)
    expect(upload?.objects).toEqual([`draft:${draftId}`, expect.stringMatching(/^attachment:[0-9a-f]{32}$/)])
    await nurse.call('declaration.discard', { draftId })
  })

  test('that was refused is a row where something could have changed, or was looked for', async () => {
    const other = new Citizen(system, 'other')
    const agreed = agreedToday('privacy', 'agreement')
    const password = { subjectType: 'person', account: '130 0000 0103', password: 'wrong-one', agreed } as const
    const [tried] = await leaves(other, 'account.bind', password)
    const account = `account#${hashed('account', '13000000103')}`
    expect(tried).toMatchObject({ user: '', identity: '', outcome: 'LOGIN_FAILED', objects: [account] })
    expect(tried?.wechat).toBe(hashed('wechat', other.openid))
    await other.bind('13000000103')
    const { draftId } = await start(nurse, 'audit-foreign')
    expect(await leaves(other, 'declaration.open', { draftId })).toMatchObject([{ outcome: 'NOT_FOUND' }])
    expect(await leaves(other, 'declaration.discard', { draftId })).toMatchObject([{ outcome: 'NOT_FOUND' }])
    const unbound = await leaves(other, 'account.unbind', { subjectType: 'person' })
    expect(unbound).toMatchObject([{ outcome: 'OK', identity: 'person', objects: ['subjectType:person'] }])
    expect(unbound[0]?.user).toHaveLength(32)
    await nurse.call('declaration.discard', { draftId })
  })

  test('that was not let in, shows nothing personal, or is nobody’s, leaves nothing', async () => {
    const visitor = new Citizen(system, 'visitor')
    expect(await leaves(nurse, 'matter.list', {})).toEqual([])
    expect(await leaves(visitor, 'home.open', {})).toEqual([])
    expect(await leaves(nurse, 'case.open', { caseNo: '' })).toEqual([])
    await system.cloud.invoke('api', { action: 'no.such' }, { openid: nurse.openid })
    expect((await stored()).rows.filter(({ action }) => action.startsWith('no'))).toEqual([])
  })
})

test('a declaration that is filed, its event, its reminder and the clean-up: without a name, a number, an openid or a case', async () => {
  const { draftId, version } = await completeDraft(nurse, 'audit-filed')
  const outcome = await nurse.call('declaration.submit', { draftId, version })
  if (outcome.state !== 'submitted') throw new Error(outcome.state)
  const { caseNo } = outcome.receipt
  await nurse.call('case.open', { caseNo })
  await nurse.call('inbox.consent', { uses: ['turn', 'progress'], consentKey: 'audit-consent' })
  for (const action of ['preReview', 'accept'] as const)
    system.provider.office.act(caseNo, action, { opinion: '请看清要求' })
  await system.provider.pushes.deliverDue()
  await run('events')
  await run('events')
  await databaseOf(system).add('allowances', { _id: 'over', count: 1, endsAt: 1 })
  await run('clean-up')
  const { rows } = await stored()
  const acts = rows.filter(({ action }) => !(action in ACTION_FACTS))
  const of = (action: string) => acts.filter((row) => row.action === action)
  expect(of('event.receive')[0]).toMatchObject({ user: hashed('user', USER), wechat: '', outcome: 'received' })
  expect(of('event.handle')[0]?.objects[1]).toBe(`case#${hashed('case', caseNo)}`)
  expect(of('event.handle')[0]?.upstream.length).toBeGreaterThan(0)
  expect(of('reminder.send')[0]?.wechat).toBe(hashed('wechat', nurse.openid))
  expect(of('clean-up')[0]?.objects).toContain('allowances:1')
  expect(findRows(rows, { case: caseNo }, KEYS).length).toBeGreaterThanOrEqual(3)
  const text = JSON.stringify(await stored())
  const canaries = [
    '虞青禾',
    '青禾',
    '120116199607210042',
    '13000000102',
    nurse.openid,
    USER,
    caseNo,
    '签名',
    '.pdf',
    '请看清要求',
  ]
  expect(canaries.filter((canary) => text.includes(canary))).toEqual([])
}, 60_000)

test('a declaration of which the scheduler finds out what became of it is written down, with what it is now', async () => {
  const { draftId } = await start(nurse, 'audit-settled')
  const stopped = { state: 'confirming', phase: 'prepared', submittingSince: '2026-12-01T10:00:00+08:00' }
  await databaseOf(system).update('declarations', { _id: draftId }, stopped)
  await run('reconcile')
  const [row] = findRows((await stored()).rows, { action: 'submission.settle' }, KEYS)
  expect(row).toMatchObject({ identity: 'person', objects: [`draft:${draftId}`], outcome: 'STATE_CHANGED' })
  expect(row).toMatchObject({ user: hashed('user', USER), wechat: hashed('wechat', nurse.openid) })
})

describe('the chain', () => {
  test('is made by the scheduler, whole, and says its end in the log', async () => {
    await run('audit')
    const log = await stored()
    const verdict = verifyAudit(log, KEYS)
    expect(verdict).toMatchObject({ findings: [], unsealed: [] })
    expect(verdict.sealed).toBe(log.rows.length)
    const said = system.log.filter((line) => line.includes('"code":"SEALED"')).at(-1) ?? ''
    const { number, hash } = JSON.parse(said.slice(said.indexOf('{"'))) as { number: number; hash: string }
    expect(verifyAudit(log, KEYS, { number, hash }).findings).toEqual([])
    expect(system.log.at(-1)).toContain(`"lastSeal":${number}`)
  })

  test('takes a row that came late, one of yesterday, and what two runs at once find, once each', async () => {
    const began = Date.now() - DAY
    const late = [1, 2, 3].map((n) =>
      rowOf(writerAt(began, 'cafecafe'), n, n === 1 ? began : Date.now() - 90_000, {}, KEYS),
    )
    for (const row of late) expect(await insertAuditRow(row)).toBe(true)
    const before = (await stored()).seals.length
    await Promise.all([sealAudit(budget()), sealAudit(budget()), sealAudit(budget())])
    await sealAudit(budget())
    const log = await stored()
    expect(verifyAudit(log, KEYS)).toMatchObject({ findings: [], unsealed: [] })
    expect(new Set(log.seals.slice(before).map(({ day }) => day)).size).toBe(2)
  })

  test('goes on where a run died: after its link, before it marked the rows or moved the head', async () => {
    await nurse.call('account.get', {})
    await sealAudit(budget())
    const { seals } = await stored()
    const number = Math.max(...seals.map((seal) => seal.number))
    await databaseOf(system).update('audit_log', { seal: number }, { seal: 0 })
    await databaseOf(system).remove('audit_head', {})
    await nurse.call('account.get', {})
    await alarmsDuring(() => sealAudit(budget()))
    expect(verifyAudit(await stored(), KEYS)).toMatchObject({ findings: [], unsealed: [] })
  })

  test('misses links that were taken off its end for ever, and tells', async () => {
    const whole = await stored()
    const number = Math.max(...whole.seals.map((seal) => seal.number))
    await databaseOf(system).remove('audit_seals', { number })
    await nurse.call('account.get', {})
    expect(await alarmsDuring(() => sealAudit(budget()))).toMatchObject([{ code: 'AUDIT_BROKEN', head: number }])
    expect(verifyAudit(await stored(), KEYS).findings).toContain(`seals ${number}–${number} are missing`)
    for (const seal of whole.seals.filter((one) => one.number === number))
      await databaseOf(system).add('audit_seals', seal)
    expect(verifyAudit(await stored(), KEYS).findings).toEqual([])
  })

  test('loses its old days as a whole, not before they are over, and stays whole', async () => {
    const rows = (await stored()).rows.length
    expect(await removeAuditDays(budget())).toEqual({ auditRowsRemoved: 0, auditSealsRemoved: 0 })
    const later = Date.now() + (KEPT_DAYS + 1) * DAY
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later)
    const removed = await removeAuditDays({ ...budget(), deadline: later + 20_000 })
    expect(await sealAudit({ ...budget(), deadline: later + 20_000 })).toMatchObject({ sealed: 1 })
    clock.mockRestore()
    expect(removed['auditRowsRemoved']).toBe(rows)
    const log = await stored()
    expect(log.rows).toMatchObject([{ action: 'audit.remove', outcome: 'removed' }])
    expect(verifyAudit(log, KEYS).findings).toEqual([])
    expect(log.seals[0]).toMatchObject({ kind: 'removal', firstKept: log.seals[0]?.number })
  })
})

test('a row that is not written in time keeps nobody waiting, is told with all it holds, and the next one says so', async () => {
  const entry = { user: 'u', wechat: 'w', identity: 'person', action: 'case.open', objects: ['draft:1'] } as const
  const write = (outcome: string, ms: number) =>
    writeAudit(() => ({ ...entry, outcome, requestId: 'lost', upstream: [] }), {
      requestId: 'lost',
      deadline: Date.now() + ms,
    })
  system.cloud.slowDatabase(1_500)
  const startedAt = Date.now()
  const alarms = await alarmsDuring(() => write('LATE', 100))
  expect(Date.now() - startedAt).toBeLessThan(1_200)
  system.cloud.slowDatabase(0)
  expect(alarms).toMatchObject([{ code: 'AUDIT_LOST', failure: 'late', action: 'case.open', objects: 'draft:1' }])
  await write('NEXT', 5_000)
  await write('AFTER', 5_000)
  const next = (await stored()).rows.filter(({ outcome }) => outcome === 'NEXT' || outcome === 'AFTER')
  expect(next.map(({ lost }) => lost.length)).toEqual([1, 0])
  expect(alarmsIn(system.log).filter(({ code }) => code === 'AUDIT_LOST')).toEqual([])
})
