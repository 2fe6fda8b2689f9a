import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { pdf } from './support/files'
import { attach, completeDraft, NURSE, open, start } from './support/nurse'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

/** 近6个月健康体检证明: jpg, png or pdf; one to three files. */
const HEALTH = 'CL12011600001405'
/** 身份证明: at most two. */
const ID_COPY = 'CL12011600001402'
/** 近期免冠照片: no pdf. */
const PHOTO_TYPES = /jpg/

/** A person who filed once, with a new draft of the same matter. */
async function filedBefore(id: string) {
  const nurse = new Citizen(system, id)
  await nurse.bind(NURSE.account)
  const complete = await completeDraft(nurse, `${id}-first`)
  const earlier = await open(nurse, complete.draftId)
  const outcome = await nurse.call('declaration.submit', complete)
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  const { draftId } = await start(nurse, `${id}-second`)
  return { nurse, draftId, earlier, caseNo: outcome.receipt.caseNo }
}

const look = (citizen: Citizen, draftId: string, materialId: string) =>
  citizen.call('attachment.earlier', { draftId, materialId, pageNo: 1 })

async function lastOf(citizen: Citizen, draftId: string, materialId: string) {
  const { last } = await look(citizen, draftId, materialId)
  if (!last.ok) throw new Error('not read')
  return last.value
}

test('what was submitted before is offered with its date and case, used by one call, and read back in the new case', async () => {
  const { nurse, draftId, earlier, caseNo } = await filedBefore('again')
  const had = earlier.attachments.filter(({ materialId }) => materialId === HEALTH)
  const { last, cases, materialName } = await look(nurse, draftId, HEALTH)
  if (!last.ok || !cases.ok) throw new Error('not read')
  expect(materialName).toContain('体检')
  expect(last.value.map(({ fileName }) => fileName)).toEqual(had.map(({ fileName }) => fileName))
  expect(last.value[0]).toMatchObject({
    caseNo,
    materialId: HEALTH,
    uploadedAt: expect.stringMatching(/^\d{4}-.*\+08:00$/) as string,
  })
  expect(cases.value.rows[0]).toMatchObject({ caseNo, statusName: '已提交' })

  const earlierIds = last.value.map((file) => file.earlierId)
  const { attachments, refused } = await nurse.call('attachment.reuse', { draftId, materialId: HEALTH, earlierIds })
  expect(refused).toEqual([])
  expect(attachments).toMatchObject([
    { state: 'delivered', materialId: HEALTH, earlier: { uploadedAt: last.value[0]?.uploadedAt } },
  ])
  // A second tap makes no second row, and the list says why.
  await nurse.call('attachment.reuse', { draftId, materialId: HEALTH, earlierIds })
  expect((await open(nurse, draftId)).attachments).toHaveLength(1)
  expect((await lastOf(nurse, draftId, HEALTH))[0]?.obstacle).toMatch(/已经上传过/)

  const complete = await completeDraft(nurse, 'again-second')
  expect(complete.draftId).toBe(draftId)
  const outcome = await nurse.call('declaration.submit', complete)
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  const { delivered, total, missing } = outcome.receipt
  expect([delivered, missing]).toEqual([total, []])
  // The provider made a copy with an id of its own; the old case keeps the old one.
  const inCase = async (number: string) =>
    (await nurse.call('attachment.caseFiles', { draftId, materialId: HEALTH, caseNo: number })).files.filter(
      ({ fileName, materialId }) => materialId === HEALTH && fileName === had[0]?.fileName,
    )
  const [copy] = await inCase(outcome.receipt.caseNo)
  const [original] = await inCase(caseNo)
  expect(copy?.earlierId).not.toBe(original?.earlierId)
  expect(original?.earlierId).toBe(earlierIds[0])
}, 60_000)

test('a file that does not fit says why and hinders no other; the same material comes first', async () => {
  const { nurse, draftId, caseNo } = await filedBefore('fits')
  const { files } = await nurse.call('attachment.caseFiles', { draftId, materialId: HEALTH, caseNo })
  expect(files[0]?.materialId).toBe(HEALTH)
  const photos = (await open(nurse, draftId)).materials.find(
    ({ fileTypes }) => PHOTO_TYPES.test(fileTypes.join()) && !fileTypes.includes('pdf'),
  )
  if (!photos) throw new Error('no photo material')
  const forPhoto = await nurse.call('attachment.caseFiles', { draftId, materialId: photos.materialId, caseNo })
  const pdfFile = forPhoto.files.find(({ fileName }) => fileName.endsWith('.pdf'))
  const picture = forPhoto.files.find(({ fileName }) => fileName.endsWith('.png'))
  expect(pdfFile?.obstacle).toMatch(/不能使用这种文件/)
  expect(picture?.obstacle).toBeUndefined()
  const { attachments, refused } = await nurse.call('attachment.reuse', {
    draftId,
    materialId: photos.materialId,
    earlierIds: [pdfFile?.earlierId ?? '', picture?.earlierId ?? ''],
  })
  expect(refused).toMatchObject([{ fileName: pdfFile?.fileName, reason: expect.stringMatching(/格式/) as string }])
  expect(attachments).toMatchObject([{ fileName: picture?.fileName }])
}, 60_000)

test('a file is not taken over the material’s number, nor a twin of one that was uploaded', async () => {
  const { nurse, draftId, caseNo } = await filedBefore('count')
  const { files } = await nurse.call('attachment.caseFiles', { draftId, materialId: ID_COPY, caseNo })
  const pdfs = files.filter(({ obstacle }) => obstacle === undefined)
  await attach(nurse, { draftId, materialId: ID_COPY }, pdf('one'))
  await attach(nurse, { draftId, materialId: ID_COPY }, pdf('two'))
  const { refused } = await nurse.call('attachment.reuse', {
    draftId,
    materialId: ID_COPY,
    earlierIds: [pdfs[0]?.earlierId ?? ''],
  })
  expect(refused).toMatchObject([{ reason: expect.stringMatching(/最多上传 2 个/) as string }])
}, 60_000)

test('it is looked at through our own storage, for minutes; the clean-up takes it away', async () => {
  const { nurse, draftId, caseNo } = await filedBefore('looks')
  const [file] = (await nurse.call('attachment.caseFiles', { draftId, materialId: HEALTH, caseNo })).files
  const { url, expiresAt } = await nurse.call('attachment.previewEarlier', {
    draftId,
    earlierId: file?.earlierId ?? '',
  })
  expect(new URL(url).origin).not.toBe(new URL(system.provider.url).origin)
  const response = await fetch(url)
  expect((await response.arrayBuffer()).byteLength).toBe(file?.size)
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(601_000)
  await databaseOf(system).update('temporary_files', { draftId }, { createdAt: 1 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect((await fetch(url)).status).not.toBe(200)
}, 60_000)

describe('nobody else’s files', () => {
  test('another person, the other identity of the same citizen, and one’s own draft all answer NOT_FOUND', async () => {
    const { nurse, draftId, caseNo } = await filedBefore('owner')
    const { files } = await nurse.call('attachment.caseFiles', { draftId, materialId: HEALTH, caseNo })
    const earlierId = files[0]?.earlierId ?? ''
    const tries = async (citizen: Citizen, own: string) => [
      await citizen.code('attachment.reuse', { draftId: own, materialId: HEALTH, earlierIds: [earlierId] }),
      await citizen.code('attachment.previewEarlier', { draftId: own, earlierId }),
      await citizen.code('attachment.caseFiles', { draftId: own, materialId: HEALTH, caseNo }),
    ]
    const NONE = ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']

    const stranger = new Citizen(system, 'stranger')
    await stranger.bind('13000000103')
    const theirs = await start(stranger, 'stranger-key')
    expect(await tries(stranger, theirs.draftId)).toEqual(NONE)
    expect(await stranger.code('attachment.earlier', { draftId, materialId: HEALTH, pageNo: 1 })).toBe('NOT_FOUND')
    const { cases } = await look(stranger, theirs.draftId, HEALTH)
    expect(cases.ok && cases.value.rows.some((row) => row.caseNo === caseNo)).toBe(false)

    // A file of the very draft, and one that is not part of any case.
    const own = await attach(nurse, { draftId, materialId: HEALTH }, pdf('own'))
    const [row] = await databaseOf(system).rows('attachments', { _id: own.attachmentId })
    const ownId = String(row?.['attachId'])
    expect(await nurse.code('attachment.reuse', { draftId, materialId: HEALTH, earlierIds: [ownId] })).toBe('NOT_FOUND')

    await nurse.bind('91120116MA0FXN011B', 'enterprise')
    expect(await tries(nurse, draftId)).toEqual(NONE)
  }, 60_000)
})

test('what cannot be read is no empty list: the other part still shows', async () => {
  const { nurse, draftId } = await filedBefore('fault')
  system.provider.faults.set({ match: { functionNo: 9 }, kind: 'html', status: 200 })
  const { last, cases } = await look(nurse, draftId, HEALTH)
  expect(last).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } })
  expect(cases.ok && cases.value.rows.length).toBeGreaterThan(0)

  system.provider.faults.clear()
  system.provider.faults.set({ match: { functionNo: 20 }, kind: 'html', status: 200 })
  const other = await look(nurse, draftId, HEALTH)
  expect(other.cases).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } })
  const [earlierId = ''] = other.last.ok ? other.last.value.map((file) => file.earlierId) : []

  // Each file is asked for once more (#8) before it is shown or used.
  system.provider.faults.set({ match: { functionNo: 8 }, kind: 'html', status: 200 })
  expect(await nurse.code('attachment.previewEarlier', { draftId, earlierId })).toBe('UPSTREAM_UNAVAILABLE')
  const reuse = { draftId, materialId: HEALTH, earlierIds: [earlierId] }
  expect(await nurse.code('attachment.reuse', reuse)).toBe('UPSTREAM_UNAVAILABLE')
  expect((await open(nurse, draftId)).attachments).toEqual([])
}, 60_000)
