import { lackOf } from '../../miniprogram/shared/judge'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { pdf } from './support/files'
import { attach, NURSE } from './support/nurse'
import { addFile, askedCase, fileCase, onlyRound, openRounds, PROOF } from './support/supplement'

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  nurse = new Citizen(system, 'supplements')
  await nurse.bind(NURSE.account)
}, 60_000)
afterAll(() => system.close())

const SUBMIT = 25
/** How the provider answered each submission, the newest first: "0" = taken. */
const sentSubmits = async (): Promise<readonly string[]> => {
  const response = await fetch(`${system.provider.url}/desk/api/requests`)
  const { rows } = (await response.json()) as { rows: { functionNo: number; code: string; status: number }[] }
  return rows.filter(({ functionNo }) => functionNo === SUBMIT).map(({ status, code }) => `${status} ${code}`)
}

test('one material and one form: reasons, old beside new, nothing sent before both are answered, read back', async () => {
  const caseNo = await askedCase(nurse, 'both', { withForm: true })
  const round = await onlyRound(nurse, caseNo)
  expect(round).toMatchObject({ round: 1, kind: 'supplement', state: 'open', note: '请补正后重新提交', overdue: false })
  expect(round.deadline).toBeUndefined()
  const [form, proof] = round.items
  expect(proof).toMatchObject({ reason: '身份证影像不清', kind: 'attachment', files: [], others: [] })
  expect(proof?.before).toHaveLength(1)
  expect(form).toMatchObject({ reason: '请补正后重新提交', form: { obstacle: '', changes: [], problems: 0 } })

  const early = { supplementId: round.supplementId, version: round.version, remark: '' }
  const lacking = await nurse.failure('supplement.submit', early)
  expect(lacking).toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ field: NURSE.form }, { field: PROOF, message: '“身份证明”还没有上传新文件' }],
  })
  expect(await sentSubmits()).toEqual([])

  await addFile(nurse, round)
  const { correction } = await nurse.call('supplement.openForm', { supplementId: round.supplementId })
  expect(correction.forms[0]?.answers).toMatchObject({ name: '虞青禾', mobile: '13000000102' })
  const saved = await nurse.call('supplement.saveForm', {
    supplementId: round.supplementId,
    baseVersion: correction.version,
    forms: [{ materialId: NURSE.form, answers: { mobile: '13000000103' } }],
  })
  const answered = await onlyRound(nurse, caseNo)
  expect(answered.items.map((item) => lackOf(item, ''))).toEqual(['', ''])
  expect(answered.items[0]?.form?.changes).toMatchObject([{ before: '13000000102', after: '13000000103' }])

  expect(await nurse.code('supplement.submit', early)).toBe('CONFLICT')
  const submit = { supplementId: round.supplementId, version: saved.version, remark: ' 已更换 ' }
  const outcome = await nurse.call('supplement.submit', submit)
  expect(outcome).toMatchObject({
    state: 'submitted',
    receipt: { caseNo, round: 1, statusName: '已收件待受理', delivered: 1, total: 1, missing: [], clockRuns: true },
  })
  expect(await nurse.call('supplement.submit', submit)).toEqual(outcome)
  expect(await sentSubmits()).toEqual(['200 0'])

  const opened = await nurse.call('supplement.open', { caseNo })
  expect(opened.rounds).toEqual([])
  expect(opened.earlier).toMatchObject({ ok: true, value: [{ round: 1, materials: [{}, { files: [{ round: 1 }] }] }] })
  const held = system.provider.office.openCase(caseNo)
  expect(held?.supplements[0]).toMatchObject({ remark: '已更换' })
  expect(held?.forms[0]?.formData).toMatchObject({ mobile: '13000000103' })
  // The signatures are those that were given with the declaration.
  expect(held?.forms[0]?.formData['applicant_sign']).toHaveLength(1)
}, 60_000)

test('a form in which nothing is wrong may be sent as it is, when the applicant says why', async () => {
  const caseNo = await askedCase(nurse, 'unchanged', { withForm: true })
  const round = await onlyRound(nurse, caseNo)
  await addFile(nurse, round)
  const { supplementId, version } = await onlyRound(nurse, caseNo)
  const silent = await nurse.failure('supplement.submit', { supplementId, version, remark: ' ' })
  expect(silent.fields).toEqual([{ field: NURSE.form, message: '《护士执业注册申请审核表》还没有修改' }])
  const remark = '电话没有写错，请再拨打一次'
  const outcome = await nurse.call('supplement.submit', { supplementId, version, remark })
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { forms: ['护士执业注册申请审核表'], missing: [] } })
  const held = system.provider.office.openCase(caseNo)
  expect(held?.supplements[0]).toMatchObject({ remark })
  expect(held?.forms[0]?.formData).toMatchObject({ mobile: '13000000102' })
})

test('five taps at once make one submission', async () => {
  const caseNo = await askedCase(nurse, 'taps')
  const round = await onlyRound(nurse, caseNo)
  await addFile(nurse, round)
  const before = (await sentSubmits()).length
  const input = { supplementId: round.supplementId, version: round.version, remark: '' }
  const replies = await Promise.all(Array.from({ length: 5 }, () => nurse.reply('supplement.submit', input)))
  expect(replies.filter((reply) => reply.ok && reply.data.state === 'submitted')).not.toHaveLength(0)
  for (const reply of replies) {
    expect(reply.ok || ['STATE_CHANGED', 'ALREADY_SUBMITTED'].includes(reply.error.code)).toBe(true)
  }
  expect((await sentSubmits()).slice(0, -before)).toEqual(['200 0'])
}, 60_000)

test('a deleted file is deleted at the provider too, and one from elsewhere can be', async () => {
  const caseNo = await askedCase(nurse, 'delete')
  const round = await onlyRound(nurse, caseNo)
  const file = await addFile(nurse, round)
  await addFile(nurse, round)
  await nurse.call('attachment.remove', { attachmentId: file.attachmentId })
  const files = () => system.provider.office.openCase(caseNo)?.supplements[0]?.materials[0]?.files ?? []
  expect(files()).toHaveLength(1)

  // Another phone with the same account: its upload is shown, because it would be submitted too.
  const other = new Citizen(system, 'supplements-other')
  await other.bind(NURSE.account)
  const theirs = await onlyRound(other, caseNo)
  expect(theirs.supplementId).not.toBe(round.supplementId)
  const [shown] = theirs.items[0]?.others ?? []
  expect(shown?.fileId).toBe(files()[0]?.attachId)
  await other.call('supplement.removeFile', { supplementId: theirs.supplementId, fileId: shown?.fileId ?? '' })
  expect(files()).toEqual([])
  const late = { supplementId: round.supplementId, version: round.version, remark: '' }
  expect(await nurse.failure('supplement.submit', late)).toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ field: PROOF, message: expect.stringContaining('一网通现在没有') as string }],
  })
}, 60_000)

test('files are checked as those of a declaration are', async () => {
  const round = await onlyRound(nurse, await askedCase(nurse, 'checks'))
  const place = { draftId: round.supplementId, materialId: PROOF }
  const begin = (fileName: string, size: number, more: object = {}) =>
    nurse.failure('attachment.begin', { ...place, fileName, size, ...more })
  expect((await begin('a.exe', 10)).code).toBe('FILE_REFUSED')
  expect((await begin('a.pdf', 10_485_761)).code).toBe('FILE_REFUSED')
  expect((await begin('a.pdf', 10, { materialId: NURSE.form })).code).toBe('NOT_FOUND')
  const same = pdf('the same bytes')
  await attach(nurse, place, same, 'a.pdf')
  await expect(attach(nurse, place, same, 'b.pdf')).rejects.toThrow('已经上传过')
}, 60_000)

test('signatures and the situation stay as they were submitted', async () => {
  const round = await onlyRound(nurse, await askedCase(nurse, 'settled', { withForm: true }))
  const { correction } = await nurse.call('supplement.openForm', { supplementId: round.supplementId })
  expect(correction.reasons[NURSE.form]).toBe('请补正后重新提交')
  const save = (answers: Record<string, string | string[]>) =>
    nurse.failure('supplement.saveForm', {
      supplementId: round.supplementId,
      baseVersion: correction.version,
      forms: [{ materialId: NURSE.form, answers }],
    })
  expect((await save({ applicant_sign: ['forged'] })).fields?.[0]?.field).toBe(`${NURSE.form}.applicant_sign`)
  expect((await save({ no_such_field: 'x' })).code).toBe('INVALID_INPUT')
}, 60_000)

test('after the deadline nothing is taken, and the page is told', async () => {
  const caseNo = await askedCase(nurse, 'late', { deadline: Date.now() - 1000 })
  const round = await onlyRound(nurse, caseNo)
  expect(round.overdue).toBe(true)
  const begin = { draftId: round.supplementId, materialId: PROOF, fileName: 'a.pdf', size: 10 }
  expect(await nurse.failure('attachment.begin', begin)).toMatchObject({ code: 'STATE_CHANGED' })
  const submit = { supplementId: round.supplementId, version: round.version, remark: '' }
  expect((await nurse.failure('supplement.submit', submit)).message).toContain('截止时间已过')
}, 60_000)

test('another citizen, and the same citizen’s other identity, find nothing', async () => {
  const caseNo = await askedCase(nurse, 'owner')
  const round = await onlyRound(nurse, caseNo)
  const file = await addFile(nurse, round)
  const stranger = new Citizen(system, 'supplement-stranger')
  await stranger.bind('13000000103')
  await nurse.bind('91120116MA0FXN011B', 'enterprise')
  try {
    for (const citizen of [stranger, nurse]) {
      const { supplementId, version } = round
      expect(await citizen.code('supplement.open', { caseNo })).toBe('NOT_FOUND')
      expect(await citizen.code('supplement.openForm', { supplementId })).toBe('NOT_FOUND')
      expect(await citizen.code('supplement.saveForm', { supplementId, baseVersion: 1, forms: [] })).toBe('NOT_FOUND')
      expect(await citizen.code('supplement.removeFile', { supplementId, fileId: 'FJ1' })).toBe('NOT_FOUND')
      expect(await citizen.code('supplement.submit', { supplementId, version, remark: '' })).toBe('NOT_FOUND')
      expect(await citizen.code('supplement.outcome', { supplementId })).toBe('NOT_FOUND')
      expect(await citizen.code('attachment.remove', { attachmentId: file.attachmentId })).toBe('NOT_FOUND')
      const begin = { draftId: supplementId, materialId: PROOF, fileName: 'a.pdf', size: 10 }
      expect(await citizen.code('attachment.begin', begin)).toBe('NOT_FOUND')
      const fileId = round.items[0]?.before[0]?.fileId ?? ''
      expect(await citizen.code('supplement.previewFile', { caseNo, fileId })).toBe('NOT_FOUND')
    }
  } finally {
    await nurse.call('account.switch', { subjectType: 'person' })
  }
  const fileId = round.items[0]?.before[0]?.fileId ?? ''
  const { url } = await nurse.call('supplement.previewFile', { caseNo, fileId })
  expect((await (await fetch(url)).text()).slice(0, 5)).toBe('%PDF-')
}, 60_000)

test('承诺补证 has its own round, beside a second one, and leaves the status as it is', async () => {
  const { provider } = system
  const clerk = new Citizen(system, 'supplement-clerk')
  await clerk.bind('91120116MA0FXN011B', 'enterprise')
  const { page } = await clerk.call('case.list', { category: 'promise', pageNo: 1 })
  const caseNo = page.rows[0]?.caseNo ?? ''
  const round = await onlyRound(clerk, caseNo)
  expect(round).toMatchObject({ kind: 'promise', round: 1 })
  expect(round.deadline).toMatch(/T23:59:59\+08:00$/)
  const wrong = await addFile(clerk, round, round.items[0]?.materialId)
  await clerk.call('attachment.remove', { attachmentId: wrong.attachmentId })
  expect((await onlyRound(clerk, caseNo)).items.flatMap(({ files }) => files)).toEqual([])
  for (const { materialId } of round.items) await addFile(clerk, round, materialId)
  const { status } = (await clerk.call('case.open', { caseNo })).progress
  const input = { supplementId: round.supplementId, version: round.version, remark: '' }
  const outcome = await clerk.call('supplement.submit', input)
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { kind: 'promise', statusName: status.name } })
  expect(provider.office.allowedActions(caseNo)).toContain('verifyPromise')

  const { earlier } = await clerk.call('supplement.open', { caseNo })
  const [sent] = earlier.ok ? earlier.value.flatMap(({ materials }) => materials.flatMap(({ files }) => files)) : []
  const { url } = await clerk.call('supplement.previewFile', { caseNo, fileId: sent?.fileId ?? '' })
  expect((await (await fetch(url)).text()).slice(0, 5)).toBe('%PDF-')

  provider.office.act(caseNo, 'requestSupplement', { opinion: '再补一次' })
  const second = await onlyRound(clerk, caseNo)
  expect(second).toMatchObject({ kind: 'supplement', round: 2 })
}, 60_000)

test('a round that the window received is no longer open', async () => {
  const caseNo = await fileCase(nurse, 'window')
  system.provider.office.act(caseNo, 'requestSupplement', { materialIds: [PROOF] })
  const round = await onlyRound(nurse, caseNo)
  await addFile(nurse, round)
  system.provider.office.act(caseNo, 'receiveSupplement')
  expect(await openRounds(nurse, caseNo)).toEqual([])
  const input = { supplementId: round.supplementId, version: round.version, remark: '' }
  expect(await nurse.failure('supplement.submit', input)).toMatchObject({ code: 'STATE_CHANGED' })
}, 60_000)
