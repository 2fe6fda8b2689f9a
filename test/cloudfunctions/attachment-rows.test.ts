import { createHash } from 'node:crypto'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { pdf } from './support/files'
import { attach, NURSE, open, start } from './support/nurse'
import { draftId, HEALTH, ID_COPY, nurse, prepareDraft, system } from './support/attachment-draft'

prepareDraft()

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
