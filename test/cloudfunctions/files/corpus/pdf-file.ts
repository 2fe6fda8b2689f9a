import PDFDocument from 'pdfkit'
import { deflateSync } from 'node:zlib'

interface PdfParts {
  /** Further objects, from number 5 on. */
  readonly objects?: readonly (string | Buffer)[]
  /** Further entries of the catalogue, the page and the trailer. */
  readonly catalog?: string
  readonly page?: string
  readonly trailer?: string
  readonly before?: string
  readonly after?: string | Buffer
}

export const stream = (dict: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${dict}/Length ${content.length}>>stream\n`), content, Buffer.from('\nendstream')])

export const packed = (dict: string, content: string | Buffer): Buffer =>
  stream(`${dict}/Filter/FlateDecode`, deflateSync(content))

/** An object stream with these objects, numbered from 50 on. */
export function objectStream(objects: readonly string[], dict = ''): Buffer {
  const places = objects.map((_, n) => `${50 + n} ${objects.slice(0, n).join(' ').length + (n > 0 ? 1 : 0)}`).join(' ')
  const first = places.length + 1
  return packed(`/Type/ObjStm/N ${objects.length}/First ${first}${dict}`, `${places} ${objects.join(' ')}`)
}

/** A PDF of one page. */
export function pdfFile({
  objects = [],
  catalog = '',
  page = '',
  trailer = '',
  before = '',
  after = '',
}: PdfParts): Buffer {
  const all: readonly (string | Buffer)[] = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${page}>>`,
    packed('', 'BT /F1 12 Tf (hello) Tj ET'),
    ...objects,
  ]
  const parts: Buffer[] = [Buffer.from(`${before}%PDF-1.7\n%\xe2\xe3\xcf\xd3\n`, 'latin1')]
  const places: number[] = []
  for (const [n, content] of all.entries()) {
    places.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n'))
  }
  const tableAt = Buffer.concat(parts).length
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`
  const end = `trailer<</Size ${places.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${tableAt}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table + end), Buffer.from(after)])
}

/** As pdfkit writes it, which knows how files are locked. */
export function written(options: PDFKit.PDFDocumentOptions, draw: (file: PDFKit.PDFDocument) => void): Promise<Buffer> {
  return new Promise((resolve) => {
    const file = new PDFDocument(options)
    const pieces: Buffer[] = []
    file.on('data', (piece: Buffer) => pieces.push(piece))
    file.on('end', () => resolve(Buffer.concat(pieces)))
    draw(file)
    file.end()
  })
}

type PdfVersion = '1.3' | '1.4' | '1.6' | '1.7ext3'

/** @param user the password to open it with, '' = none */
export const locked = (pdfVersion: PdfVersion, user: string): Promise<Buffer> =>
  written({ pdfVersion, ...(user ? { userPassword: user } : {}), ownerPassword: 'of the owner' }, (file) =>
    file.text('locked'),
  )
