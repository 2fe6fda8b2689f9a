import { fileCase, openDraft, prepareSubmission, submit } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const INFO = '/api/v1/attachments/info'
const LAST = '/api/v1/attachments/last'
const CASES = '/api/v1/cases/with-attachments'
const MATERIALS = '/api/v1/cases/materials'
const NURSE_ITEM = 'SX120116000014'

interface File {
  readonly attachId: string
  readonly caseNo: string
  readonly fileName: string
  readonly fileSize: number
  readonly digest: string
}
interface CaseMaterials {
  readonly materials: readonly {
    readonly materialId: string
    readonly kind: string
    readonly attachments: readonly File[]
  }[]
}

let test: TestProvider
let token: string
let caseNo: string
beforeEach(async () => {
  test = await startTestProvider()
  caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
  token = await test.client.tokenOf(test.nurse)
})
afterEach(() => test.stop())

const ask = async <T>(path: string, body: object, as = token): Promise<T> => {
  test.advance(1000)
  return (await test.client.call(path, body, { token: as })).data as T
}
const code = async (path: string, body: object, as = token): Promise<string> => {
  test.advance(1000)
  return (await test.client.call(path, body, { token: as })).code
}

/** The first material with files, and its first file. */
async function firstFile(number = caseNo) {
  const { materials } = await ask<CaseMaterials>(MATERIALS, { caseNo: number })
  const material = materials.find(({ kind }) => kind === '2')
  const file = material?.attachments[0]
  if (!material || !file) throw new Error('no file')
  return { materialId: material.materialId, file }
}

it('#20 lists the cases that have files, newest first, with their number; #21 their forms and files', async () => {
  const { rows, total } = await ask<{ total: number; rows: readonly { caseNo: string; attachCount: number }[] }>(
    CASES,
    {},
  )
  expect(rows[0]).toMatchObject({ caseNo, attachCount: expect.any(Number) as number })
  expect(total).toBe(4)
  expect(await ask(CASES, { itemId: 'SX120116000001' })).toMatchObject({ total: 0 })
  const { materials } = await ask<CaseMaterials>(MATERIALS, { caseNo })
  expect(materials.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['1', '2']))
  const files = materials.flatMap(({ attachments }) => attachments)
  expect(files.length).toBe(rows[0]?.attachCount)
})

it('#9 gives the files of the newest case that had the material', async () => {
  const { materialId, file } = await firstFile()
  const { rows } = await ask<{ rows: readonly File[] }>(LAST, { materialId })
  expect(rows.map(({ attachId }) => attachId)).toContain(file.attachId)
  expect(rows.every((row) => row.caseNo === caseNo)).toBe(true)
  expect(await code(LAST, { materialId: 'CL0' })).toBe('3002')
})

it('#8 gives an address for 300 seconds that needs nothing else, and no other file', async () => {
  const { file } = await firstFile()
  const { downloadUrl } = await ask<{ downloadUrl: string }>(INFO, { attachId: file.attachId })
  const bytes = Buffer.from(await (await fetch(downloadUrl)).arrayBuffer())
  expect(bytes.length).toBe(file.fileSize)
  const others = downloadUrl.replace(file.attachId, `${file.attachId}1`)
  expect((await fetch(others)).status).toBe(403)
  expect((await fetch(downloadUrl.replace(/expires=\d+/, 'expires=9999999999'))).status).toBe(403)
  test.advance(301_000)
  expect((await fetch(downloadUrl)).status).toBe(403)
})

it('another user’s file and case answer 2004, unknown ones 3002', async () => {
  const other = await test.client.tokenOf(test.citizen)
  const { file } = await firstFile()
  expect(await code(INFO, { attachId: file.attachId }, other)).toBe('2004')
  expect(await code(MATERIALS, { caseNo }, other)).toBe('2004')
  expect(await code(INFO, { attachId: 'FJ0' })).toBe('3002')
  expect(await code(MATERIALS, { caseNo: 'BJ0' })).toBe('3002')
})

it('a file of an earlier case that is submitted again gets a new id in the new case; the old one stays', async () => {
  const { materialId, file } = await firstFile()
  const draft = await openDraft(test, test.nurse, NURSE_ITEM)
  const submission = await prepareSubmission(test, draft, test.nurse)
  const materials = [
    ...submission.materials.filter((material) => material.materialId !== materialId),
    { materialId, attachIds: [file.attachId] },
  ]
  const answer = await submit(test, draft.token, { ...submission, materials })
  expect(answer.code).toBe('0')
  const again = (answer.data as { readonly caseNo: string }).caseNo
  const copy = (await ask<CaseMaterials>(MATERIALS, { caseNo: again })).materials.find(
    (it) => it.materialId === materialId,
  )
  expect(copy?.attachments).toMatchObject([{ fileName: file.fileName, digest: file.digest, caseNo: again }])
  expect(copy?.attachments[0]?.attachId).not.toBe(file.attachId)
  expect((await firstFile()).file.attachId).toBe(file.attachId)
})
