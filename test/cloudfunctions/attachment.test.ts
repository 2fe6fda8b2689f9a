import { createHash } from 'node:crypto'
import { abandonAttachments, removeUndelivered } from '../../cloudfunctions/stores/attachments'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { pdf, png } from './support/files'
import { attach, NURSE, open, start } from './support/nurse'

let system: System
let nurse: Citizen
let draftId: string
beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'uploads')
  await nurse.bind(NURSE.account)
  ;({ draftId } = await start(nurse))
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

/** 近6个月健康体检证明: jpg, png or pdf; one to three files. */
const HEALTH = 'CL12011600001405'
/** 身份证明: at most two. */
const ID_COPY = 'CL12011600001402'

const begin = (fileName: string, size: number, materialId = HEALTH) =>
  nurse.reply('attachment.begin', { draftId, materialId, fileName, size })

/** Sends any bytes under any name past the checks that need no bytes. */
async function deliver(bytes: Buffer, fileName: string, claimed = bytes.length) {
  const begun = await nurse.call('attachment.begin', { draftId, materialId: HEALTH, fileName, size: claimed })
  const fileId = await nurse.upload(begun.cloudPath, bytes)
  const { attachmentId } = begun.attachment
  const reply = await nurse.reply('attachment.deliver', { attachmentId, fileId })
  await nurse.call('attachment.remove', { attachmentId })
  return reply
}

test('a file is minted a path of its own, checked, delivered, shown, and removed', async () => {
  const file = await attach(nurse, { draftId, materialId: HEALTH }, pdf('健康'), '体检 报告(1).PDF')
  expect(file).toMatchObject({ state: 'delivered', fileName: '体检 报告(1).pdf' })
  expect(file.cloudPath).toMatch(/^uploads\/[0-9a-f]{32}\/file\.pdf$/)
  expect((await open(nurse, draftId)).attachments).toMatchObject([
    { attachmentId: file.attachmentId, state: 'delivered' },
  ])

  const { url, expiresAt } = await nurse.call('attachment.preview', { attachmentId: file.attachmentId })
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(601_000)
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(pdf('健康'))

  expect(
    await nurse.call('attachment.deliver', { attachmentId: file.attachmentId, fileId: file.fileId }),
  ).toMatchObject({
    attachment: { state: 'delivered' },
  })
  await nurse.call('attachment.remove', { attachmentId: file.attachmentId })
  expect(await nurse.code('attachment.preview', { attachmentId: file.attachmentId })).toBe('NOT_FOUND')
  expect((await fetch(url)).status).not.toBe(200)
})

test.each([
  ['a.exe', 10, /jpg、png、pdf|pdf/],
  ['无扩展名', 10, /格式/],
  ['a.pdf', 0, /空文件/],
  ['a.pdf', 11 * 1024 * 1024, /最大 10 MB/],
])('%s of %d bytes is refused before it is uploaded', async (fileName, size, message) => {
  const reply = await begin(fileName, size)
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'FILE_REFUSED', message: expect.stringMatching(message) as string },
  })
})

test('no more files than the material allows', async () => {
  const first = await begin('1.pdf', 100, ID_COPY)
  await begin('2.pdf', 100, ID_COPY)
  expect(await begin('3.pdf', 100, ID_COPY)).toMatchObject({ ok: false, error: { code: 'FILE_REFUSED' } })
  if (!first.ok) throw new Error('refused')
  await nurse.call('attachment.remove', { attachmentId: first.data.attachment.attachmentId })
  expect(await begin('3.pdf', 100, ID_COPY)).toMatchObject({ ok: true })
})

test('an unknown material, a form material or a field that is no signature has no place for files', async () => {
  const place = { draftId, fileName: 'a.pdf', size: 10 }
  for (const where of [
    { materialId: 'CL0' },
    { materialId: NURSE.form },
    { materialId: NURSE.form, fieldId: 'name' },
  ]) {
    expect(await nurse.code('attachment.begin', { ...place, ...where })).toBe('NOT_FOUND')
  }
})

describe('what the bytes say counts, not the name', () => {
  test.each([
    ['a PNG called pdf', png('x'), '假.pdf'],
    ['HTML called pdf', Buffer.from('<html><script>alert(1)</script></html>'), '网页.pdf'],
    ['text called png', Buffer.from('just text'), '文字.png'],
    ['a program called pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), '程序.pdf'],
  ])('%s', async (_name, bytes, fileName) => {
    const reply = await deliver(bytes, fileName)
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'FILE_REFUSED', message: expect.stringMatching(/不一致/) as string },
    })
  })

  test('a file that did not arrive whole', async () => {
    const reply = await deliver(pdf('x'), '半.pdf', 5000)
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'FILE_REFUSED', message: expect.stringMatching(/没有传完整/) as string },
    })
  })
})

test('the refusal is kept with the row, in the citizen’s words; the place is free again', async () => {
  const begun = await nurse.call('attachment.begin', { draftId, materialId: HEALTH, fileName: 'x.pdf', size: 9 })
  const fileId = await nurse.upload(begun.cloudPath, Buffer.from('just text'))
  const { attachmentId } = begun.attachment
  expect(await nurse.code('attachment.deliver', { attachmentId, fileId })).toBe('FILE_REFUSED')
  const row = (await open(nurse, draftId)).attachments.find((file) => file.attachmentId === attachmentId)
  expect(row).toMatchObject({ state: 'refused', refusal: expect.stringMatching(/不一致/) as string })
  await nurse.call('attachment.remove', { attachmentId })
})

test('a file id with another path, another file or nothing stored answers NOT_FOUND', async () => {
  const begun = await nurse.call('attachment.begin', { draftId, materialId: HEALTH, fileName: 'x.pdf', size: 9 })
  const { attachmentId } = begun.attachment
  const good = `cloud://sandbox.x/${begun.cloudPath}`
  for (const fileId of [good, begun.cloudPath, `${good}/../x`, 'cloud://sandbox.x/uploads/other/file.pdf', '']) {
    expect(await nurse.code('attachment.deliver', { attachmentId, fileId })).toBe('NOT_FOUND')
  }
  await nurse.call('attachment.remove', { attachmentId })
})

test('the same file twice in one material is refused the second time', async () => {
  const first = await attach(nurse, { draftId, materialId: HEALTH }, pdf('twin'))
  expect(await deliver(pdf('twin'), '又一份.pdf')).toMatchObject({
    ok: false,
    error: { code: 'FILE_REFUSED', message: expect.stringMatching(/已经上传过/) as string },
  })
  await nurse.call('attachment.remove', { attachmentId: first.attachmentId })
})

test('a lost answer of the provider is repeated; an unreachable one can be tried again', async () => {
  system.provider.faults.set({ match: { functionNo: 14 }, kind: 'status', status: 502, times: 1 })
  const file = await attach(nurse, { draftId, materialId: HEALTH }, pdf('repeat'))
  expect(file.state).toBe('delivered')
  await nurse.call('attachment.remove', { attachmentId: file.attachmentId })

  const begun = await nurse.call('attachment.begin', {
    draftId,
    materialId: HEALTH,
    fileName: 'y.pdf',
    size: pdf('again').length,
  })
  const fileId = await nurse.upload(begun.cloudPath, pdf('again'))
  const { attachmentId } = begun.attachment
  system.provider.faults.set({ match: { functionNo: 14 }, kind: 'html', times: 1, status: 200 })
  const failure = await nurse.failure('attachment.deliver', { attachmentId, fileId })
  expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  expect(await nurse.call('attachment.deliver', { attachmentId, fileId })).toMatchObject({
    attachment: { state: 'delivered' },
  })
  await nurse.call('attachment.remove', { attachmentId })
})

describe('a picked file has one row, however often the phone asks', () => {
  const uploadKey = 'upload-key-1'
  const sha1Of = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex')
  const ask = (bytes: Buffer, more: { uploadKey?: string; sha1?: string; fileName?: string } = {}) =>
    nurse.call('attachment.begin', {
      draftId,
      materialId: HEALTH,
      fileName: 'k.pdf',
      size: bytes.length,
      uploadKey,
      sha1: sha1Of(bytes),
      ...more,
    })
  const rowsOf = async () => (await open(nurse, draftId)).attachments.filter(({ fileName }) => fileName === 'k.pdf')

  test('begun, killed, begun anew at another path; delivered once; asked again it is delivered already', async () => {
    // Ids of storage follow from that of any stored file.
    const other = await attach(nurse, { draftId, materialId: HEALTH }, pdf('other'))
    const bytes = pdf('killed')
    const first = await ask(bytes)
    await nurse.upload(first.cloudPath, bytes)
    const second = await ask(bytes)
    expect(second.attachment.attachmentId).toBe(first.attachment.attachmentId)
    expect(second.cloudPath).not.toBe(first.cloudPath)
    expect(system.cloud.storedFiles().map(({ path }) => path)).not.toContain(first.cloudPath)
    const { attachmentId } = second.attachment
    const fileId = await nurse.upload(second.cloudPath, bytes)
    await nurse.call('attachment.deliver', { attachmentId, fileId })
    expect((await ask(bytes)).attachment).toMatchObject({ attachmentId, state: 'delivered' })
    expect(await rowsOf()).toHaveLength(1)
    for (const id of [attachmentId, other.attachmentId]) await nurse.call('attachment.remove', { attachmentId: id })
  })

  test('five requests at once make one row', async () => {
    const bytes = pdf('at once')
    const all = await Promise.all(Array.from({ length: 5 }, () => ask(bytes, { uploadKey: 'upload-key-2' })))
    expect(new Set(all.map(({ attachment }) => attachment.attachmentId)).size).toBe(1)
    expect(await rowsOf()).toHaveLength(1)
    await nurse.call('attachment.remove', { attachmentId: all[0]?.attachment.attachmentId ?? '' })
  })

  test('bytes that changed on their way are refused, and may be sent again', async () => {
    const bytes = pdf('intact')
    const begun = await ask(bytes, { uploadKey: 'upload-key-3' })
    const fileId = await nurse.upload(begun.cloudPath, pdf('inTact'))
    const { attachmentId } = begun.attachment
    const failure = await nurse.failure('attachment.deliver', { attachmentId, fileId })
    expect(failure).toMatchObject({
      code: 'FILE_REFUSED',
      retryable: true,
      message: expect.stringContaining('受损') as string,
    })
    const again = await ask(bytes, { uploadKey: 'upload-key-3' })
    const good = await nurse.upload(again.cloudPath, bytes)
    const { attachment } = await nurse.call('attachment.deliver', { attachmentId, fileId: good })
    expect(attachment.state).toBe('delivered')
    // The same bytes under another key: refused before a byte is sent.
    const twin = { draftId, materialId: HEALTH, fileName: 'twin.pdf', size: bytes.length, sha1: sha1Of(bytes) }
    expect(await nurse.failure('attachment.begin', twin)).toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('已经上传过') as string,
    })
    await nurse.call('attachment.remove', { attachmentId })
  })
})

test('all files of a declaration together have 200 MiB', async () => {
  const other = new Citizen(system, 'heavy')
  await other.bind(NURSE.account)
  const own = await start(other)
  const { add } = databaseOf(system)
  const row = {
    draftId: own.draftId,
    materialId: ID_COPY,
    fieldId: '',
    fileId: '',
    state: 'delivered',
    createdAt: Date.now(),
  }
  await add('attachments', { ...row, size: 200 * 1024 * 1024 - 5000 })
  const next = { draftId: own.draftId, materialId: HEALTH, fileName: 'x.pdf' }
  await other.call('attachment.begin', { ...next, size: 5000 })
  expect(await other.failure('attachment.begin', { ...next, size: 1 })).toMatchObject({
    code: 'FILE_REFUSED',
    message: expect.stringContaining('合计不能超过 200 MB') as string,
  })
})

test('a large file passes through', async () => {
  const bytes = Buffer.concat([pdf('large'), Buffer.alloc(9 * 1024 * 1024, 'x'), Buffer.from('\n%%EOF\n')])
  const file = await attach(nurse, { draftId, materialId: HEALTH }, bytes, '大文件.pdf')
  expect(file.state).toBe('delivered')
  await nurse.call('attachment.remove', { attachmentId: file.attachmentId })
}, 60_000)

test('the clean-up forgets uploads that never arrived, and nothing else', async () => {
  const kept = await attach(nurse, { draftId, materialId: HEALTH }, pdf('kept'))
  const stale = await nurse.call('attachment.begin', { draftId, materialId: HEALTH, fileName: 'z.pdf', size: 9 })
  const { update, rows } = databaseOf(system)
  await update('attachments', { draftId }, { createdAt: Date.now() - 25 * 3600 * 1000 })
  expect(await system.cloud.runInConsole('scheduler', { job: 'clean-up' })).toMatchObject({
    ok: true,
    result: { ok: true },
  })
  expect(await rows('attachments', { _id: stale.attachment.attachmentId })).toEqual([])
  expect(await rows('attachments', { _id: kept.attachmentId })).toHaveLength(1)
})

test('a file that was delivered since the clean-up listed it stays', async () => {
  const file = await attach(nurse, { draftId, materialId: ID_COPY }, pdf('just in time'))
  const { rows } = databaseOf(system)
  expect(await removeUndelivered(file.attachmentId)).toBe(false)
  expect(await rows('attachments', { _id: file.attachmentId })).toHaveLength(1)
  await nurse.call('attachment.remove', { attachmentId: file.attachmentId })
})

test('a file that was stored but never delivered leaves storage with its row: removed, or cleaned up', async () => {
  const kept = await attach(nurse, { draftId, materialId: ID_COPY }, pdf('stays'))
  const stored = () => system.cloud.storedFiles().map(({ path }) => path)
  const lost: string[] = []
  for (const end of ['removed', 'cleaned up'] as const) {
    const begun = await nurse.call('attachment.begin', { draftId, materialId: ID_COPY, fileName: 'x.pdf', size: 9 })
    await nurse.upload(begun.cloudPath, pdf(end))
    expect(stored()).toContain(begun.cloudPath)
    lost.push(begun.cloudPath)
    const { attachmentId } = begun.attachment
    if (end === 'removed') await nurse.call('attachment.remove', { attachmentId })
    else {
      await databaseOf(system).update('attachments', { _id: attachmentId }, { createdAt: 1 })
      await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
    }
  }
  expect(stored().filter((path) => lost.includes(path))).toEqual([])
  expect(stored()).toContain(kept.cloudPath)
})

test('what a discard that broke off left behind goes with the clean-up, delivered or not', async () => {
  const other = new Citizen(system, 'discards')
  await other.bind(NURSE.account)
  const own = await start(other)
  const file = await attach(other, { draftId: own.draftId, materialId: HEALTH }, pdf('left behind'))
  const { update, rows } = databaseOf(system)
  await abandonAttachments(own.draftId)
  await update('attachments', { draftId: own.draftId }, { createdAt: 1 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(await rows('attachments', { draftId: own.draftId })).toEqual([])
  expect(system.cloud.storedFiles().map(({ path }) => path)).not.toContain(file.cloudPath)
})

test('a declaration holds 300 rows at most, refused ones counted', async () => {
  const other = new Citizen(system, 'hoarder')
  await other.bind(NURSE.account)
  const own = await start(other)
  const { add } = databaseOf(system)
  const row = { draftId: own.draftId, materialId: ID_COPY, fieldId: '', state: 'refused', createdAt: Date.now() }
  for (let n = 0; n < 299; n += 1) await add('attachments', row)
  const next = { draftId: own.draftId, materialId: HEALTH, fileName: 'x.pdf', size: 9 }
  await other.call('attachment.begin', next)
  expect(await other.failure('attachment.begin', next)).toMatchObject({
    code: 'FILE_REFUSED',
    message: expect.stringContaining('300') as string,
  })
})
