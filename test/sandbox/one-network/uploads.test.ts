import { digest, type Envelope, type UploadParts } from './client'
import { type Draft, type MaterialRow, openDraft, PDF, PNG } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const UPLOAD = '/api/v1/attachments/upload'
const UPLOAD_IN_FORM = '/api/v1/forms/attachments/upload'
const LIST = '/api/v1/attachments/list'
const NURSE_ITEM = 'SX120116000014'

interface Attachment {
  readonly attachId: string
  readonly fileName: string
  readonly duplicate?: string
}

let test: TestProvider
let draft: Draft
let photo: MaterialRow
let proof: MaterialRow
let form: MaterialRow

beforeAll(async () => {
  test = await startTestProvider()
})
afterAll(() => test.stop())
beforeEach(async () => {
  test.advance(60_000)
  draft = await openDraft(test, test.nurse, NURSE_ITEM)
  const named = (name: string): MaterialRow => {
    const found = draft.materials.find(({ materialName }) => materialName.startsWith(name))
    if (found === undefined) throw new Error(name)
    return found
  }
  photo = named('近期免冠')
  proof = named('身份证明')
  form = named('护士执业注册申请审核表')
})

function upload(
  material: MaterialRow,
  fileName: string,
  bytes: Buffer,
  more: Partial<UploadParts> & { readonly method?: 'HMAC-SM3' | 'HMAC-SHA256' } = {},
): Promise<Envelope> {
  test.advance(1000)
  const { method, text, ...parts } = more
  const own = { declareNo: draft.declareNo, materialId: material.materialId, fileName }
  return test.client.upload(UPLOAD, { text: { ...own, ...text }, bytes, ...parts }, { token: draft.token, method })
}

const list = async (material: MaterialRow) => {
  const body = { declareNo: draft.declareNo, materialId: material.materialId }
  const { data } = await test.client.call(LIST, body, { token: draft.token })
  return (data as { readonly rows: readonly Attachment[] }).rows
}

it('stores a file and shows it by #15, oldest first', async () => {
  const first = await upload(proof, '身份证 正面.pdf', PDF)
  expect(first.data).toMatchObject({
    fileName: '身份证 正面.pdf',
    fileSize: PDF.length,
    fileType: 'pdf',
    digest: digest(PDF),
    digestMethod: 'SM3',
    declareNo: draft.declareNo,
    duplicate: '0',
  })
  await upload(proof, '反面.png', PNG)
  expect((await list(proof)).map(({ fileName }) => fileName)).toEqual(['身份证 正面.pdf', '反面.png'])
  expect(await list(photo)).toEqual([])
})

it('keeps the bytes as they are', async () => {
  const bytes = Buffer.concat([PDF, Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256))])
  const { data } = await upload(proof, 'binary.pdf', bytes)
  const stored = test.provider.office.readAttachment((data as Attachment).attachId)
  expect(stored?.bytes.equals(bytes)).toBe(true)
})

it('takes SHA-256 when the request is signed with it', async () => {
  const answer = await upload(proof, 'a.pdf', PDF, { method: 'HMAC-SHA256' })
  expect(answer.data).toMatchObject({ digest: digest(PDF, 'HMAC-SHA256'), digestMethod: 'SHA-256' })
})

it('gives the same file at the same position its first id and name, elsewhere a new one', async () => {
  const first = (await upload(proof, 'a.png', PNG)).data as Attachment
  const again = (await upload(proof, 'b.png', PNG)).data as Attachment
  expect(again).toMatchObject({ attachId: first.attachId, fileName: 'a.png', duplicate: '1' })
  const elsewhere = (await upload(photo, 'a.png', PNG)).data as Attachment
  expect(elsewhere).toMatchObject({ duplicate: '0' })
  expect(elsewhere.attachId).not.toBe(first.attachId)
})

describe('4003: header, part and bytes must agree', () => {
  it.each([
    ['the part', { part: 'a'.repeat(64) }],
    ['the header', { header: 'a'.repeat(64) }],
    ['both', { part: 'a'.repeat(64), header: 'a'.repeat(64) }],
  ])('wrong in %s', async (_name, claim) => {
    expect((await upload(proof, 'a.pdf', PDF, { claim })).code).toBe('4003')
  })

  it('comes before wrong parameters and a wrong token', async () => {
    const answer = await test.client.upload(
      UPLOAD,
      { text: { declareNo: '', extra: 'x', fileName: 'a.pdf' }, bytes: PDF, claim: { part: 'a'.repeat(64) } },
      { token: 'ut.nobody.0000' },
    )
    expect(answer.code).toBe('4003')
  })
})

describe('3001', () => {
  it.each([
    ['an extra text part', { text: { fieldId: 'photo' } }, 'fieldId'],
    ['a size that is not the file’s', { text: { fileSize: '7' } }, 'fileSize'],
    ['a size that is no number', { text: { fileSize: 'many' } }, 'fileSize'],
    ['a file part with another name', { fileField: 'upload' }, 'file'],
    ['a file name with a path', { text: { fileName: '../a.pdf' } }, 'fileName'],
  ])('%s', async (_name, more, field) => {
    const answer = await upload(proof, 'a.pdf', PDF, more)
    expect(answer.code).toBe('3001')
    expect((answer.data as { errors: { field: string }[] }).errors.map((it) => it.field)).toContain(field)
  })

  it('a form’s material takes no file by #14, and a file’s material none by #7', async () => {
    expect((await upload(form, 'a.pdf', PDF)).code).toBe('3001')
    const text = { declareNo: draft.declareNo, materialId: proof.materialId, fieldId: 'x', fileName: 'a.png' }
    expect((await test.client.upload(UPLOAD_IN_FORM, { text, bytes: PNG }, { token: draft.token })).code).toBe('3001')
  })

  it('a material that the chosen situation does not need', async () => {
    const other = { ...proof, materialId: 'CL12011600001409' }
    expect(JSON.stringify(await upload(other, 'a.pdf', PDF))).toContain('不在本申报应交材料中')
    expect((await upload({ ...proof, materialId: 'CL0' }, 'a.pdf', PDF)).code).toBe('3002')
  })
})

describe('4001: extension and first bytes', () => {
  it.each([
    ['an extension that is not allowed', 'a.exe', Buffer.from('MZ')],
    ['a type that this material does not take', 'a.pdf', PDF],
    ['a page that calls itself a picture', 'a.png', Buffer.from('<html><script>')],
    ['a picture with another picture’s extension', 'a.jpg', PNG],
  ])('%s', async (_name, fileName, bytes) => {
    expect(await upload(photo, fileName, bytes)).toMatchObject({ code: '4001', data: { fileTypes: 'jpg,png' } })
  })

  it('capitals and jpeg are fine', async () => {
    expect((await upload(photo, 'A.PNG', PNG)).code).toBe('0')
    expect((await upload(photo, 'a.jpeg', Buffer.from('ffd8ffe1', 'hex'))).code).toBe('0')
  })
})

it('4002 above ten megabytes, although the schema names the same limit; 413 above twelve', async () => {
  const limit = 10_485_760
  const large = Buffer.concat([PDF, Buffer.alloc(limit - PDF.length + 1)])
  expect(await upload(proof, 'a.pdf', large)).toMatchObject({ code: '4002', data: { maxSizeBytes: limit } })
  expect((await upload(proof, 'a.pdf', large.subarray(0, limit))).code).toBe('0')
  await expect(upload(proof, 'a.pdf', Buffer.alloc(12 * 1_048_576))).rejects.toThrow()
})

it('4001 comes before 4002', async () => {
  expect((await upload(proof, 'a.txt', Buffer.alloc(10_485_761))).code).toBe('4001')
})

it('4004 when a position is full: more files than may be submitted, but not without end', async () => {
  for (let i = 0; i < 11; i += 1) {
    expect((await upload(photo, `${i}.png`, Buffer.concat([PNG, Buffer.from([i])]))).code).toBe('0')
  }
  const answer = await upload(photo, 'more.png', Buffer.concat([PNG, Buffer.from([99])]))
  expect(answer).toMatchObject({ code: '4004', data: { maxCount: 1 } })
})

it('4005 for the virus scanners’ test string', async () => {
  const test5 = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
  expect((await upload(proof, 'a.pdf', Buffer.concat([PDF, Buffer.from(test5)]))).code).toBe('4005')
  expect(await list(proof)).toEqual([])
})

it('somebody else’s declaration is 2004', async () => {
  const token = await test.client.tokenOf(test.citizen)
  const text = { declareNo: draft.declareNo, materialId: proof.materialId, fileName: 'a.pdf' }
  expect((await test.client.upload(UPLOAD, { text, bytes: PDF }, { token })).code).toBe('2004')
})

it('#7 stores a signature with its field, and #15 shows it under the form', async () => {
  const text = {
    declareNo: draft.declareNo,
    materialId: form.materialId,
    fieldId: 'applicant_sign',
    fileName: '签名.png',
  }
  const answer = await test.client.upload(UPLOAD_IN_FORM, { text, bytes: PNG }, { token: draft.token })
  expect(answer.data).toMatchObject({ fieldId: 'applicant_sign', fileType: 'png' })
  expect(await list(form)).toHaveLength(1)
  const wrong = { ...text, fieldId: 'name' }
  expect((await test.client.upload(UPLOAD_IN_FORM, { text: wrong, bytes: PNG }, { token: draft.token })).code).toBe(
    '3001',
  )
})

describe('a body that is no proper multipart', () => {
  const raw = (contentType: string, body: string) => {
    const path = UPLOAD
    return test.client.json(path, body, {
      token: draft.token,
      headers: { 'content-type': contentType },
    })
  }

  it.each([
    [
      'cut off in the file',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
    ],
    ['cut off in a header', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-da'],
    ['without a boundary', 'multipart/form-data', 'x'],
    ['JSON', 'application/json', '{}'],
    ['empty', 'multipart/form-data; boundary=b', ''],
  ])('%s is 3001 and leaves the provider alive', async (_name, contentType, body) => {
    const answer = (await (await raw(contentType, body)).json()) as Envelope
    expect(answer.code).toBe('3001')
    expect(await list(proof)).toEqual([])
  })
})
