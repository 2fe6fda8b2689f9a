import { zipOf } from './zip'

/** A part of a document: a heading, a paragraph, or a table whose first column is the label. */
export type DocumentPart =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** @param halfPoints font size, as Word counts it */
function paragraph(text: string, halfPoints: number, { bold = false, centred = false } = {}): string {
  const look = `<w:rFonts w:eastAsia="宋体"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${halfPoints}"/>`
  const runs = text
    .split('\n')
    .map((line, index) => `${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escape(line)}</w:t>`)
  const place = centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : ''
  return `<w:p>${place}<w:r><w:rPr>${look}</w:rPr>${runs.join('')}</w:r></w:p>`
}

/** Width of the text on A4, in twentieths of a point. */
const WIDTH = 9000

function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const width = Math.floor(WIDTH / columns)
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, 22)}</w:tc>`
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`
  const lines = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>${grid}${lines}</w:tbl>`
}

function partXml(part: DocumentPart): string {
  if (part.kind === 'table') return part.rows.length > 0 ? table(part.rows) : ''
  if (part.kind === 'title') return paragraph(part.text, 36, { bold: true, centred: true })
  return paragraph(part.text, 24, { bold: part.kind === 'heading' })
}

/** A Word document (ECMA-376) with the least that Word and phones open. */
export function docxOf(parts: readonly DocumentPart[]): Buffer {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
  const body = `<w:body>${parts.map(partXml).join('')}${page}</w:body>`
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:document>`
  return zipOf([
    { name: '[Content_Types].xml', bytes: Buffer.from(CONTENT_TYPES) },
    { name: '_rels/.rels', bytes: Buffer.from(RELATIONSHIPS) },
    { name: 'word/document.xml', bytes: Buffer.from(document) },
  ])
}
