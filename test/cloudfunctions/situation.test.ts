import { type Declaration } from '../../miniprogram/shared/domain/declaration'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { attach, completeDraft, NURSE, open, start } from './support/nurse'

const MATTER = 'QX120116000014'
/** first, by herself: what NURSE.optionIds are */
const FIRST = NURSE.optionIds
const RENEW = [`${MATTER}A03`, `${MATTER}D01`]
const BY_ORGANIZATION = [`${MATTER}A01`, `${MATTER}B01`, `${MATTER}D02`]
const [LETTER, HEALTH, CERTIFICATE] = ['CL12011600001413', 'CL12011600001405', 'CL12011600001409']

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'situations')
  await nurse.bind(NURSE.account)
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())
beforeEach(async () => {
  const home = await nurse.call('home.open', {})
  for (const { draftId } of home.drafts.ok ? home.drafts.value : []) {
    await nurse.call('declaration.discard', { draftId })
  }
})

let key = 0
const newDraft = async (): Promise<string> => (await start(nurse, `situation-${++key}`)).draftId
const preview = (draftId: string, optionIds: readonly string[]) =>
  nurse.call('declaration.previewSituation', { draftId, optionIds })
const change = (draftId: string, version: number, optionIds: readonly string[]) =>
  nurse.call('declaration.changeSituation', { draftId, version, optionIds })
const answersOf = (declaration: Declaration, materialId: string = NURSE.form) =>
  declaration.forms.find((form) => form.materialId === materialId)?.answers

async function save(draftId: string, version: number, answers: object, materialId: string = NURSE.form) {
  const forms = [{ materialId, answers: answers as Record<string, string> }]
  return (await nurse.call('declaration.save', { draftId, baseVersion: version, forms })).version
}

test('before: what changes, what is not asked any more, which materials go and come; nothing is done', async () => {
  const draftId = await newDraft()
  const version = await save(draftId, 1, { school: '虚构护理职业学院', exam_date: '2025-05-10' })
  await attach(nurse, { draftId, materialId: HEALTH })
  const { change: found, version: seen } = await preview(draftId, RENEW)
  expect(seen).toBe(version)
  expect(found).toMatchObject({ isSame: false })
  expect(found.changed).toEqual([
    { form: expect.stringContaining('护士') as string, label: '申请类别', before: '首次注册', text: '延续注册' },
  ])
  expect(found.dropped.map(({ name }) => name)).toContain('护士执业资格考试成绩合格证明')
  expect(found.added).toContainEqual({
    materialId: CERTIFICATE,
    name: '护士执业证书',
    isForm: false,
    necessity: 'required',
    isBack: false,
  })
  expect(found.kept.files + found.dropped.reduce((sum, { files }) => sum + files, 0)).toBe(1)
  expect((await open(nurse, draftId)).optionIds).toEqual(FIRST)
  expect((await preview(draftId, FIRST)).change.isSame).toBe(true)
})

test('after: the form follows, what fits stays, the number of the submit stays, and so does everything for going back', async () => {
  const draftId = await newDraft()
  const before = await open(nurse, draftId)
  const version = await save(draftId, 1, { school: '虚构护理职业学院', mobile: '13000000105' })
  const exam = 'CL12011600001404'
  const file = await attach(nurse, { draftId, materialId: exam })
  const [row] = await databaseOf(system).rows('declarations', { _id: draftId })

  const changed = await change(draftId, version, RENEW)
  expect(changed.version).toBe(version + 1)
  const renewing = await open(nurse, draftId)
  expect(renewing).toMatchObject({ version: version + 1, optionIds: RENEW, situationText: '延续注册；本人提交' })
  expect(answersOf(renewing)).toMatchObject({ reg_type: 'renew', mobile: '13000000105', school: '虚构护理职业学院' })
  expect(renewing.facts.situation).toMatchObject({ reg_type: ['renew'], exam_over3: [] })
  expect(renewing.materials.map(({ materialId }) => materialId)).toEqual(expect.arrayContaining([CERTIFICATE]))
  expect(renewing.materials.map(({ materialId }) => materialId)).not.toContain(exam)
  // The file is still there, for going back; it does not count.
  expect(renewing.attachments.map(({ attachmentId }) => attachmentId)).toEqual([file.attachmentId])
  const [after] = await databaseOf(system).rows('declarations', { _id: draftId })
  expect(after?.['submitRequestNo']).toBe(row?.['submitRequestNo'])
  expect(after?.['declareNo']).toBe(row?.['declareNo'])

  const back = await change(draftId, version + 1, FIRST)
  const again = await open(nurse, draftId)
  expect(again).toMatchObject({ version: back.version, situationText: before.situationText })
  expect(again.materials).toEqual(before.materials)
  expect(answersOf(again)).toMatchObject({ reg_type: 'first', school: '虚构护理职业学院' })
})

test('a form that is not needed any more is put aside with its answers, and comes back as it was', async () => {
  const { draftId } = await nurse.call('declaration.start', {
    matterId: NURSE.matterId,
    optionIds: BY_ORGANIZATION,
    startKey: 'key-of-parking',
  })
  const version = await save(draftId, 1, { trustee: '陆明棠' }, LETTER)
  const { change: found } = await preview(draftId, FIRST)
  const letter = found.dropped.find(({ materialId }) => materialId === LETTER)
  expect(letter).toMatchObject({ name: '集体代办委托书及名单' })
  expect(letter?.answers).toBeGreaterThan(1)
  await change(draftId, version, FIRST)
  expect(answersOf(await open(nurse, draftId), LETTER)).toBeUndefined()
  expect((await preview(draftId, BY_ORGANIZATION)).change.added).toMatchObject([{ materialId: LETTER, isBack: true }])
  await change(draftId, version + 1, BY_ORGANIZATION)
  const restored = await open(nurse, draftId)
  expect(answersOf(restored, LETTER)).toMatchObject({ trustee: '陆明棠' })
  expect(answersOf(restored)).toMatchObject({ agent_role: 'org' })
})

test('what the situation decides cannot be typed over', async () => {
  const draftId = await newDraft()
  const failure = await nurse.failure('declaration.save', {
    draftId,
    baseVersion: 1,
    forms: [{ materialId: NURSE.form, answers: { agent_role: 'org', school: '甲校' } }],
  })
  expect(failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: `${NURSE.form}.agent_role` }] })
  expect(await save(draftId, 1, { agent_role: 'self', school: '甲校' })).toBe(2)
})

test('the same change again is done already; another base than the newest is told', async () => {
  const draftId = await newDraft()
  const first = await change(draftId, 1, RENEW)
  expect(await change(draftId, 1, RENEW)).toEqual(first)
  const failure = await nurse.failure('declaration.changeSituation', {
    draftId,
    version: 1,
    optionIds: BY_ORGANIZATION,
  })
  expect(failure).toMatchObject({ code: 'CONFLICT', fields: [{ field: 'version', message: '最新版本是 2' }] })
})

test('five of the same change at one moment are one', async () => {
  const draftId = await newDraft()
  const replies = await Promise.all(
    Array.from({ length: 5 }, () =>
      nurse.reply('declaration.changeSituation', { draftId, version: 1, optionIds: RENEW }),
    ),
  )
  expect(replies.some((reply) => reply.ok)).toBe(true)
  expect(await open(nurse, draftId)).toMatchObject({ version: 2, optionIds: RENEW })
})

test('another open draft of that situation is named before, and refused after', async () => {
  const draftId = await newDraft()
  const { draftId: other } = await nurse.call('declaration.start', {
    matterId: NURSE.matterId,
    optionIds: RENEW,
    startKey: 'key-of-other',
  })
  expect((await preview(draftId, RENEW)).change.other).toMatchObject({ draftId: other })
  const failure = await nurse.failure('declaration.changeSituation', { draftId, version: 1, optionIds: RENEW })
  expect(failure).toMatchObject({ code: 'CONFLICT' })
  expect(failure.message).toContain('同样情形的草稿')
  expect((await open(nurse, draftId)).version).toBe(1)
  // A new start of the old situation finds this draft no more once its situation has changed.
  await nurse.call('declaration.discard', { draftId: other })
  await change(draftId, 1, RENEW)
  expect((await start(nurse, 'key-after-change')).draftId).not.toBe(draftId)
})

test('a draft of that situation whose beginning failed stands in nobody’s way', async () => {
  const draftId = await newDraft()
  const input = { matterId: NURSE.matterId, optionIds: RENEW, startKey: 'key-of-a-failed-beginning' }
  const begun = await nurse.call('declaration.start', input)
  await databaseOf(system).update('declarations', { _id: begun.draftId }, { declareNo: '' })
  expect((await preview(draftId, RENEW)).change.other).toBeUndefined()
  await change(draftId, 1, RENEW)
  expect(await open(nurse, draftId)).toMatchObject({ optionIds: RENEW })
  expect((await nurse.call('declaration.start', input)).draftId).toBe(draftId)
})

test('a lost answer is repeated under the same number, and the draft is never between two situations', async () => {
  const draftId = await newDraft()
  system.provider.faults.set({ match: { functionNo: 16 }, kind: 'html', status: 200, times: 1 })
  expect(await nurse.code('declaration.changeSituation', { draftId, version: 1, optionIds: RENEW })).not.toBe(
    'INTERNAL',
  )
  expect((await open(nurse, draftId)).optionIds).toEqual(FIRST)
  const [pending] = await databaseOf(system).rows('declarations', { _id: draftId })
  expect(pending?.['situationNo']).not.toBe('')
  // Another change waits until this one is certainly over.
  expect(await nurse.code('declaration.changeSituation', { draftId, version: 1, optionIds: BY_ORGANIZATION })).toBe(
    'CONFLICT',
  )
  expect(await change(draftId, 1, RENEW)).toMatchObject({ version: 2 })
  const [done] = await databaseOf(system).rows('declarations', { _id: draftId })
  expect(done).toMatchObject({ situationNo: '', situationOptionIds: [] })
})

test('a change that only the provider took is taken back before the submit', async () => {
  const { draftId, version } = await completeDraft(nurse, 'key-of-lost-change')
  const forget = { situationNo: 'lost-change-number', situationOptionIds: RENEW }
  const [row] = await databaseOf(system).rows('declarations', { _id: draftId })
  await change(draftId, version, RENEW)
  const { _id: _kept, ...stored } = row ?? {}
  await databaseOf(system).update('declarations', { _id: draftId }, { ...stored, ...forget })
  const outcome = await nurse.call('declaration.submit', { draftId, version })
  expect(outcome.state).toBe('submitted')
})

test('files of an earlier situation are kept, do not count and are not submitted', async () => {
  const { draftId } = await nurse.call('declaration.start', {
    matterId: NURSE.matterId,
    optionIds: RENEW,
    startKey: 'key-of-leftovers',
  })
  const left = await attach(nurse, { draftId, materialId: CERTIFICATE })
  await change(draftId, 1, FIRST)
  // The draft has moved: starting with its new situation finds it.
  const { draftId: same, version } = await completeDraft(nurse, 'key-of-the-rest')
  expect(same).toBe(draftId)
  const outcome = await nurse.call('declaration.submit', { draftId, version })
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { missing: [] } })
  const [row] = await databaseOf(system).rows('declarations', { _id: draftId })
  const submitted = row?.['submittedFiles'] as readonly { readonly materialId: string }[]
  expect(submitted.map(({ materialId }) => materialId)).not.toContain(CERTIFICATE)
  const { attachments } = await open(nurse, draftId)
  expect(attachments.map(({ attachmentId }) => attachmentId)).toContain(left.attachmentId)
  expect(await nurse.code('declaration.changeSituation', { draftId, version, optionIds: RENEW })).toBe(
    'ALREADY_SUBMITTED',
  )
})

test('a stranger finds nothing to change', async () => {
  const stranger = new Citizen(system, 'situation-stranger')
  await stranger.bind('13000000103')
  const draftId = await newDraft()
  const input = { draftId, optionIds: RENEW }
  expect(await stranger.code('declaration.previewSituation', input)).toBe('NOT_FOUND')
  expect(await stranger.code('declaration.changeSituation', { ...input, version: 1 })).toBe('NOT_FOUND')
})
