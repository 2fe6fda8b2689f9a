import { pdf, png } from './support/files'
import { attach, NURSE, open } from './support/nurse'
import { draftId, HEALTH, ID_COPY, nurse, prepareDraft, system } from './support/attachment-draft'

prepareDraft()

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

test('the platform counts what was deleted here: whoever is at its end reads that, and what to do', async () => {
  const place = { draftId, materialId: ID_COPY }
  const send = async (n: number) => {
    const bytes = pdf(`try ${n}`)
    const { attachment, cloudPath } = await nurse.call('attachment.begin', {
      ...place,
      fileName: 'a.pdf',
      size: bytes.length,
    })
    const fileId = await nurse.upload(cloudPath, bytes)
    const reply = await nurse.reply('attachment.deliver', { attachmentId: attachment.attachmentId, fileId })
    await nurse.call('attachment.remove', { attachmentId: attachment.attachmentId })
    return reply
  }
  const kept = (await open(nurse, draftId)).attachments.filter(({ materialId }) => materialId === ID_COPY)
  for (const { attachmentId } of kept) await nurse.call('attachment.remove', { attachmentId })
  for (let n = 0; n < 12; n += 1) expect(await send(n)).toMatchObject({ ok: true })
  const words = expect.stringMatching(/删除过的文件也占名额.*重新开始/) as string
  expect(await send(12)).toMatchObject({ ok: false, error: { code: 'FILE_REFUSED', message: words } })
  expect(await send(11)).toMatchObject({ ok: true })
})

test.each([
  ['假.jpg', Buffer.from('ffd8ff', 'hex'), /损坏或不完整/],
  ['长.pdf', Buffer.from('%PDF-1.7\n1 0 obj<</S/Launch>>endobj\n%%EOF'), /自动运行/],
  ['半.png', png('x').subarray(0, -12), /损坏或不完整/],
])('%s is refused on its way to the provider', async (fileName, bytes, message) => {
  expect(await deliver(bytes, fileName)).toMatchObject({
    ok: false,
    error: { code: 'FILE_REFUSED', message: expect.stringMatching(message) as string },
  })
})

test('a PDF with a byte order mark, and zeros behind its end, arrives', async () => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), pdf('x'), Buffer.alloc(3000)])
  expect(await deliver(bytes, '有标记.pdf')).toMatchObject({ ok: true, data: { attachment: { state: 'delivered' } } })
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
