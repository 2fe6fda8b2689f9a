import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectContent } from '../../cloudfunctions/files/content'
import { AppError } from '../../cloudfunctions/kernel/errors'
import { dwg, jpg, media, mp4, pdf, png } from './support/files'
import { ole } from './support/compound-file'
import { docx, xlsx, zip } from './support/office-files'

const folder = mkdtempSync(join(tmpdir(), 'content-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0

/** The content type, or the sentence with which the file is refused. */
async function judge(fileName: string, bytes: Buffer): Promise<string> {
  const path = join(folder, String((files += 1)))
  writeFileSync(path, bytes)
  try {
    return await inspectContent(path, fileName)
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_REFUSED') return error.detail.userMessage ?? ''
    throw error
  }
}

const WORD = ['WordDocument', '1Table', '\u0005SummaryInformation', '\u0005DocumentSummaryInformation', 'CompObj']

describe('each of the nine types is taken for what it is', () => {
  test.each([
    ['a.jpg', jpg('x'), 'image/jpeg'],
    ['a.JPEG', jpg('x'), 'image/jpeg'],
    ['a.png', png('x'), 'image/png'],
    ['a.pdf', pdf('x'), 'application/pdf'],
    ['a.doc', ole(WORD), 'application/msword'],
    ['a.doc', ole([...WORD.slice(1), 'WordDocument']), 'application/msword'],
    ['a.xls', ole(['Workbook']), 'application/vnd.ms-excel'],
    ['a.xls', ole(['Book']), 'application/vnd.ms-excel'],
    ['a.docx', docx('x'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', xlsx('x'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.mp4', mp4('x'), 'video/mp4'],
    ['a.mp4', media('qt  ', 'x'), 'video/mp4'],
    ['a.dwg', dwg('x'), 'image/vnd.dwg'],
    ['a.dwg', dwg('x', 'AC1009'), 'image/vnd.dwg'],
  ])('%s', async (fileName, bytes, mime) => {
    expect(await judge(fileName, bytes)).toBe(mime)
  })
})

const BODY = pdf('x').toString()
const SCRIPT = '<script>alert(1)</script>'

describe('what is refused, and why', () => {
  test.each([
    ['HTML as pdf', 'a.pdf', Buffer.from(`<html>${SCRIPT}</html>`), /与扩展名不一致/],
    ['SVG as png', 'a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /与扩展名不一致/],
    ['a PNG as pdf', 'a.pdf', png('x'), /PNG 图片，与扩展名不一致/],
    ['a PDF as jpg', 'a.jpg', pdf('x'), /PDF 文件，与扩展名不一致/],
    ['a program as dwg', 'a.dwg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(99)]), /与扩展名不一致/],
    ['text that begins like a drawing', 'a.dwg', Buffer.from('AC1032 is a version'), /与扩展名不一致/],
    ['a PDF that is a web page too', 'a.pdf', Buffer.from(BODY.replace('% x', SCRIPT)), /夹带/],
    ['a PDF with a page behind it', 'a.pdf', Buffer.concat([pdf('x'), Buffer.from(SCRIPT)]), /夹带/],
    ['markup before a PDF', 'a.pdf', Buffer.concat([Buffer.from(SCRIPT), pdf('x')]), /与扩展名不一致/],
    ['a PDF with an archive behind it', 'a.pdf', Buffer.concat([pdf('x'), docx('x')]), /夹带/],
    ['a picture with an archive behind it', 'a.jpg', Buffer.concat([jpg('x'), zip([])]), /夹带/],
    ['half a PDF', 'a.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), /损坏或不完整/],
    ['a HEIC picture as jpg', 'a.jpg', media('heic', 'x'), /HEIC.*兼容性最佳/],
    ['a HEIC picture as mp4', 'a.mp4', media('mif1', 'x'), /HEIC/],
    ['the head of a film', 'a.mp4', mp4('x').subarray(0, 16), /损坏或不完整/],
    ['a plain archive as docx', 'a.docx', zip([{ name: 'a.txt', content: 'x' }]), /改了名的压缩包/],
    ['an xlsx as docx', 'a.docx', xlsx('x'), /与扩展名不一致/],
    ['half a docx', 'a.docx', docx('x').subarray(0, 80), /损坏或不完整/],
    ['a docx with macros', 'a.docx', docx('x', { name: 'word/vbaProject.bin', content: 'x' }), /带有宏/],
    ['a docx with a program', 'a.docx', docx('x', { name: 'word/embeddings/a.exe', content: 'x' }), /夹带/],
    ['a docx that climbs out', 'a.docx', docx('x', { name: '../../a', content: 'x' }), /夹带/],
    ['a docx with a password', 'a.docx', ole(['EncryptedPackage']), /设了打开密码/],
    ['a zip with a password', 'a.xlsx', xlsx('x', { name: 'xl/a.xml', content: 'x', encrypted: true }), /密码/],
    ['an xls with a password as such', 'a.xls', ole(['EncryptedPackage', 'EncryptionInfo']), /密码/],
    ['an xls as doc', 'a.doc', ole(['Workbook']), /与扩展名不一致/],
    ['an installer (compound too) as doc', 'a.doc', ole(['SummaryInformation']), /与扩展名不一致/],
    ['half a doc', 'a.doc', ole(WORD).subarray(0, 300), /损坏或不完整/],
    ['a file of no known type', 'a.exe', Buffer.from('MZ'), /与扩展名不一致/],
  ])('%s', async (_name, fileName, bytes, reason) => {
    expect(await judge(fileName, bytes)).toMatch(reason)
  })

  test('a bomb: twelve kilobytes that unpack to twelve megabytes', async () => {
    const bomb = docx('x', { name: 'word/media/a.bin', content: Buffer.alloc(12 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(20_000)
    expect(await judge('a.docx', bomb)).toMatch(/大得不正常/)
  })

  test('parts that claim more than half a gigabyte together', async () => {
    const noise = Buffer.from(Array.from({ length: 2000 }, (_, n) => (n * 7919) % 251))
    const parts = Array.from({ length: 60 }, (_, n) => ({ name: `a${n}`, content: noise, claims: 9_900_000 }))
    expect(await judge('a.docx', docx('x', ...parts))).toMatch(/大得不正常/)
  })
})

test('no bytes make the check crash: each file is taken or refused with a sentence', async () => {
  const seeds = [docx('x'), xlsx('x'), ole(WORD), pdf('x'), mp4('x'), dwg('x'), png('x')]
  const names = ['a.docx', 'a.xlsx', 'a.doc', 'a.xls', 'a.pdf', 'a.mp4', 'a.dwg', 'a.png', 'a.jpg']
  const edit = fc.record({ at: fc.nat(2000), byte: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.constantFrom(...names),
      fc.array(edit, { maxLength: 8 }),
      fc.nat(3000),
      async (seed, name, edits, length) => {
        const bytes = Buffer.from(seed.subarray(0, length))
        for (const { at, byte } of edits) if (at < bytes.length) bytes[at] = byte
        expect((await judge(name, bytes)).length).toBeGreaterThan(5)
      },
    ),
    { numRuns: 400 },
  )
})
