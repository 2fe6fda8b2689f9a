import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { judgeAnswer } from './contract-judge'
import { startTestProvider, type TestProvider } from './provider'

const BLANK = '/api/v1/materials/blank-file'
const PREPARE = '/api/v1/items/prepare-materials'

interface MaterialRow {
  readonly materialId: string
  readonly materialName: string
  readonly blankFlag: string
  readonly sampleFlag: string
}

let test: TestProvider
beforeAll(async () => {
  test = await startTestProvider()
})
afterAll(() => test.stop())

async function rows<T>(path: string, body: object): Promise<readonly T[]> {
  test.advance(1000)
  const { data } = await test.client.call(path, body)
  return (data as { readonly rows: readonly T[] }).rows
}

/** The document's text: the third file of the archive (ECMA-376). */
function textOf(docx: Buffer): string {
  const name = docx.indexOf('word/document.xml')
  const header = name - 30
  const start = name + docx.readUInt16LE(header + 26)
  return inflateRawSync(docx.subarray(start, start + docx.readUInt32LE(header + 18))).toString('utf8')
}

it.each(['HMAC-SM3', 'HMAC-SHA256'] as const)(
  '#2 says name, length and digest of its bytes with %s',
  async (method) => {
    const response = await test.client.json(BLANK, { materialId: 'CL12011600000108', kind: '1' }, { method })
    const bytes = Buffer.from(await response.arrayBuffer())
    const digest = createHash(method === 'HMAC-SM3' ? 'sm3' : 'sha256')
      .update(bytes)
      .digest('hex')
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('x-content-digest')).toBe(digest)
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    const name = response.headers.get('content-disposition') ?? ''
    expect(decodeURIComponent(name)).toBe("attachment; filename*=UTF-8''安全生产管理制度文本（空表）.docx")
    expect(name).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/)
  },
)

/** Freight, advertising, nurses, greenland: forms of their own, common ones, attachments with and without files. */
const MATTERS = ['SX120116000001', 'SX120116000007', 'SX120116000014', 'SX120116000022']

it('a material has exactly the files that its flags name', async () => {
  let files = 0
  for (const itemId of MATTERS) {
    for (const { materialId, materialName, blankFlag, sampleFlag } of await rows<MaterialRow>(PREPARE, { itemId })) {
      for (const [kind, has] of [
        ['1', blankFlag],
        ['2', sampleFlag],
      ] as const) {
        test.advance(1000)
        const response = await test.client.json(BLANK, { materialId, kind })
        if (has === '0') {
          const answer: unknown = await response.json()
          judgeAnswer(BLANK, answer)
          expect(answer).toMatchObject({ code: '3002' })
          continue
        }
        files += 1
        const text = textOf(Buffer.from(await response.arrayBuffer()))
        expect(text).toContain(kind === '1' ? '空表：请按实际情况填写。' : '样表：内容均为虚构')
        expect(text.length).toBeGreaterThan(materialName.length + 600)
      }
    }
  }
  expect(files).toBeGreaterThan(20)
})

it('a form’s blank has its fields as empty cells, its sample has invented answers', async () => {
  const [form] = await rows<MaterialRow>(PREPARE, { itemId: 'SX120116000014' })
  const open = async (kind: string) => {
    const response = await test.client.json(BLANK, { materialId: form?.materialId, kind })
    return textOf(Buffer.from(await response.arrayBuffer()))
  }
  const blank = await open('1')
  expect(blank).toContain('毕业院校')
  expect(blank).toContain('□ 男　□ 女')
  expect(blank).not.toContain('示例')
  expect(await open('2')).toContain('☑ 男　□ 女')
})
