import Excel from 'exceljs'
import { ole, wordStream } from '../../support/compound-file'
import { contentTypes, docx, type Part, xlsx, zip } from '../../support/office-files'
import { BOMB, BROKEN, type Group, HIDDEN, MISMATCH, refused, taken } from './case'

const MACROS = /带有宏/
const EMBEDDED = /嵌入了别的文件/
const REMOTE = /别的电脑/
const DDE = /DDE/
const ENTITIES = /办公软件不会写/
const PASSWORD = /密码/

const part = (name: string, content: string | Buffer): Part => ({ name, content })
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (type: string, target: string, mode = ' TargetMode="External"'): Part =>
  part(
    'word/_rels/document.xml.rels',
    `<Relationships><Relationship Id="r1" Type="${RELATIONS}/${type}" Target="${target}"${mode}/></Relationships>`,
  )
const story = (inside: string): Part => part('word/footer1.xml', `<w:ftr>${inside}</w:ftr>`)
const run = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
const svg = (inside: string): Part =>
  part('word/media/image2.svg', `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
const utf16 = (xml: string): Buffer => Buffer.from(`\ufeff${xml}`, 'utf16le')
const d =
  (...more: readonly Part[]) =>
  (): Buffer =>
    docx('x', ...more)
const x =
  (...more: readonly Part[]) =>
  (): Buffer =>
    xlsx('<sheet/>', ...more)

const PROGRAM = Buffer.alloc(200)
PROGRAM.write('MZ')
PROGRAM.writeUInt32LE(128, 60)
PROGRAM.write('PE', 128)

const lying = (): Buffer => {
  const bytes = docx('x', { name: 'word/media/a.bin', content: Buffer.alloc(12_000_000), claims: 1000 })
  return bytes
}

async function workbook(): Promise<Buffer> {
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('车辆')
  for (let n = 0; n < 300; n += 1) sheet.addRow([`津A${n}`, n, new Date(0)])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const outside = (inside: string): Part =>
  part('xl/externalLinks/externalLink1.xml', `<externalLink>${inside}</externalLink>`)

export const OFFICE: Group = [
  taken('a docx', 'a.docx', d()),
  taken('a docx with an SVG icon', 'a.docx', d(svg('<style>.a{fill:#fff}</style><path d="M0 0"/>'))),
  taken(
    'a docx whose SVG holds a picture as text',
    'a.docx',
    d(svg(`<image href="data:image/png;base64,${'A'.repeat(400_000)}"/>`)),
  ),
  taken('a docx with links', 'a.docx', d(relation('hyperlink', 'https://www.tj.gov.cn/?a=1&amp;b=2'))),
  taken(
    'a docx with a picture that stayed on a web page',
    'a.docx',
    d(relation('image', 'https://www.tj.gov.cn/a.png')),
  ),
  taken(
    'a docx with a template of its own computer',
    'a.docx',
    d(relation('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm')),
  ),
  taken(
    'a docx with the table behind a diagram',
    'a.docx',
    d(part('word/embeddings/Microsoft_Excel_Sheet.xlsx', xlsx('<sheet/>'))),
  ),
  taken(
    'a docx with a formula of MathType',
    'a.docx',
    d(part('word/embeddings/oleObject1.bin', ole(['Equation Native', '\u0001CompObj']))),
  ),
  taken(
    'a docx with page numbers and a table of contents',
    'a.docx',
    d(story(begin + run(' PAGE ') + begin + run(' TOC \\o "1-3" \\h '))),
  ),
  taken('a docx that speaks of DDE', 'a.docx', () => docx('DDE 和 DDEAUTO 是什么')),
  taken('a docx with a link to a page called DDE', 'a.docx', d(story(begin + run(' HYPERLINK "https://x.cn/DDE" ')))),
  taken(
    'a docx with a picture from a web page in a field',
    'a.docx',
    d(story(begin + run(' INCLUDEPICTURE "https://x.cn/a.png" '))),
  ),
  taken(
    'a docx with a scrambled font that begins with MZ',
    'a.docx',
    d(part('word/fonts/font1.odttf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 9)]))),
  ),
  taken('a docx whose main part has another name (Word on the web)', 'a.docx', () =>
    zip([contentTypes('word/document2.xml', 'wordprocessingml.document'), part('word/document2.xml', '<w:document/>')]),
  ),
  taken(
    'a docx with names marked as UTF-8',
    'a.docx',
    d({ name: 'word/media/图片.png', content: 'x', isMarked: true }),
  ),
  taken(
    'a docx with a customer’s XML in UTF-16',
    'a.docx',
    d(part('customXml/item1.xml', utf16('<?xml version="1.0" encoding="utf-16"?><a/>'))),
  ),
  taken('a docx with deep tables', 'a.docx', d(story('<w:tbl><w:tc>'.repeat(60) + '</w:tc></w:tbl>'.repeat(60)))),
  taken('a docx with 4 MB of the same text', 'a.docx', d(story(`<w:t>${'天津'.repeat(100)}</w:t>`.repeat(4_000)))),
  taken('a docx with an empty part', 'a.docx', d(part('word/empty.xml', ''))),
  taken('an xlsx', 'a.xlsx', x()),
  taken('a workbook as exceljs writes it', 'a.xlsx', workbook),
  taken(
    'an xlsx linked with a book on its own computer',
    'a.xlsx',
    x(outside('<externalBook r:id="r1"/>'), relation('externalLinkPath', 'file:///D:\\a.xlsx')),
  ),
  taken('an xlsx linked with a book beside it', 'a.xlsx', x(relation('externalLinkPath', 'b.xlsx'))),
  taken(
    'an xlsx with the settings of a printer',
    'a.xlsx',
    x(part('xl/printerSettings/printerSettings1.bin', Buffer.alloc(300, 1))),
  ),
  taken(
    'an xlsx with a style sheet of many equal styles',
    'a.xlsx',
    x(part('xl/styles.xml', `<styleSheet>${'<xf numFmtId="0"/>'.repeat(9000)}</styleSheet>`)),
  ),

  refused('a docx that lies about its sizes', 'a.docx', lying, BOMB),
  refused('11 MB from 11 KB', 'a.docx', d(part('word/media/a.bin', Buffer.alloc(11_000_000))), BOMB),
  refused(
    'parts of 600 MB together',
    'a.docx',
    () =>
      docx(
        'x',
        ...Array.from({ length: 60 }, (_, n) => ({
          name: `a${n}`,
          content: Buffer.from(`${n}`.repeat(500)),
          claims: 9_900_000,
        })),
      ),
    BOMB,
  ),
  refused('a part that is shorter than it says', 'a.docx', d({ name: 'a', content: 'x', claims: 2 }), BROKEN),
  refused('half a docx', 'a.docx', () => docx('x').subarray(0, -30), BROKEN),
  refused(
    'a docx whose part is damaged',
    'a.docx',
    () => {
      const bytes = docx('some text that is packed')
      const at = bytes.indexOf('word/document.xml', 400) + 30
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
      return bytes
    },
    BROKEN,
  ),
  refused(
    'bytes before the archive that say where else it begins',
    'a.docx',
    () => Buffer.concat([Buffer.from('PK\x03\x04'), docx('x')]),
    BROKEN,
  ),
  refused('parts with a password', 'a.docx', d({ name: 'word/a.xml', content: 'x', encrypted: true }), PASSWORD),
  refused('a docx with a password to open it', 'a.docx', () => ole(['EncryptedPackage']), PASSWORD),
  refused('a plain archive called docx', 'a.docx', () => zip([part('a.txt', 'x')]), MISMATCH),
  refused('an xlsx called docx', 'a.docx', x(), MISMATCH),
  refused('a docx with macros', 'a.docx', d(part('word/vbaProject.bin', 'x')), MACROS),
  refused(
    'macros in a part that is called a picture',
    'a.docx',
    () =>
      docx(
        'x',
        part(
          'word/_rels/a.rels',
          `<Relationships><Relationship Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="media/a.png"/></Relationships>`,
        ),
      ),
    MACROS,
  ),
  refused(
    'macros by their content type',
    'a.docx',
    () =>
      zip([
        contentTypes(
          'word/document.xml',
          'wordprocessingml.document',
          '<Override PartName="/word/a.png" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        part('word/document.xml', '<a/>'),
      ]),
    MACROS,
  ),
  refused(
    'a docm called docx',
    'a.docx',
    () =>
      zip([
        part(
          '[Content_Types].xml',
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        ),
        part('word/document.xml', '<a/>'),
      ]),
    MACROS,
  ),
  refused(
    'macros in the table behind a diagram',
    'a.docx',
    d(part('word/embeddings/a.xlsx', xlsx('x', part('xl/vbaProject.bin', 'x')))),
    MACROS,
  ),
  refused(
    'macros in an object',
    'a.docx',
    d(part('word/embeddings/oleObject1.bin', ole(['WordDocument', 'VBA']))),
    MACROS,
  ),
  refused('a control', 'a.docx', d(part('word/activeX/activeX1.xml', '<ax:ocx/>')), MACROS),
  refused('a macro sheet', 'a.xlsx', x(part('xl/macrosheets/sheet1.xml', '<xm:macrosheet/>')), MACROS),
  refused(
    'a macro sheet under another name',
    'a.xlsx',
    x(
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships><Relationship Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="worksheets/sheet9.xml"/></Relationships>`,
      ),
    ),
    MACROS,
  ),
  refused(
    'a program as an object',
    'a.docx',
    d(part('word/embeddings/oleObject1.bin', ole(['\u0001Ole10Native']))),
    EMBEDDED,
  ),
  refused(
    'a program as an object, under a picture’s name',
    'a.docx',
    d(part('word/media/image1.png', ole(['\u0001Ole10Native']))),
    EMBEDDED,
  ),
  refused('a program called a picture', 'a.docx', d(part('word/media/image1.png', PROGRAM)), EMBEDDED),
  refused('a program', 'a.docx', d(part('word/embeddings/a.exe', 'x')), HIDDEN),
  refused('a PDF inside', 'a.docx', d(part('word/embeddings/a.bin', '%PDF-1.7')), EMBEDDED),
  refused('text of another format inside (RTF)', 'a.docx', d(relation('aFChunk', 'a.rtf', '')), EMBEDDED),
  refused(
    'documents in documents without end',
    'a.docx',
    () => {
      const inside = (depth: number): Buffer =>
        docx('x', ...(depth > 0 ? [part('word/embeddings/a.docx', inside(depth - 1))] : []))
      return inside(5)
    },
    EMBEDDED,
  ),
  refused('a path that climbs out', 'a.docx', d(part('../../a', 'x')), HIDDEN),
  refused('a remote template', 'a.docx', d(relation('attachedTemplate', 'https://x.cn/a.dotm')), REMOTE),
  refused(
    'a template on another computer',
    'a.docx',
    d(relation('attachedTemplate', 'file://10.0.0.1/a/b.dotm')),
    REMOTE,
  ),
  refused(
    'a template on another computer, in backslashes',
    'a.docx',
    d(relation('attachedTemplate', '\\\\10.0.0.1\\a\\b.dotm')),
    REMOTE,
  ),
  refused(
    'a remote object that runs a tool of Windows',
    'a.docx',
    d(relation('oleObject', 'mhtml:http://x.cn/a.html!x-usc:http://x.cn/a.html')),
    REMOTE,
  ),
  refused('a remote frame', 'a.docx', d(relation('frame', 'http://x.cn/a.html')), REMOTE),
  refused('a picture on another computer', 'a.docx', d(relation('image', '\\\\10.0.0.1\\a.png')), REMOTE),
  refused(
    'a remote relation whose kind of target is in codes',
    'a.docx',
    d(relation('oleObject', 'http&#58;//x.cn/a')),
    REMOTE,
  ),
  refused('text from another computer', 'a.docx', d(story(begin + run(' INCLUDETEXT "https://x.cn/a.docx" '))), REMOTE),
  refused(
    'DDE in a footer',
    'a.docx',
    d(story(begin + run(' DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" '))),
    DDE,
  ),
  refused('DDE cut into runs', 'a.docx', d(story(begin + run('D') + run('D') + run('E cmd'))), DDE),
  refused('DDE in a simple field', 'a.docx', d(story('<w:fldSimple w:instr="DDE cmd"/>')), DDE),
  refused('DDE in codes', 'a.docx', d(story(begin + run('&#68;&#68;E cmd'))), DDE),
  refused(
    'DDE put together by QUOTE',
    'a.docx',
    d(story(begin + begin + run(' QUOTE 68 68 69 65 ') + run(' cmd '))),
    DDE,
  ),
  refused(
    'DDE with another prefix',
    'a.docx',
    d(part('word/a.dat', '<z:ftr><z:fldChar/><z:instrText>DDE cmd</z:instrText></z:ftr>')),
    DDE,
  ),
  refused('DDE in a workbook', 'a.xlsx', x(outside('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>')), DDE),
  refused(
    'an external entity',
    'a.docx',
    d(part('word/a.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')),
    ENTITIES,
  ),
  refused('entities that swell', 'a.xlsx', x(part('xl/a.xml', '<!DOCTYPE a [<!ENTITY b "bbb">]><a/>')), ENTITIES),
  refused(
    'an external entity in UTF-16',
    'a.docx',
    d(part('customXml/item1.xml', utf16('<!DOCTYPE a SYSTEM "http://x.cn"><a/>'))),
    ENTITIES,
  ),
  refused('a docx with a broken story', 'a.docx', d(part('word/header1.xml', '<w:hdr><w:p></w:hdr>')), BROKEN),
  refused('SVG with a script', 'a.docx', d(svg('<script>alert(1)</script>')), HIDDEN),
  refused('SVG that acts when it is loaded', 'a.docx', d(svg('<g onload="alert(1)"/>')), HIDDEN),
  refused('an address that is a script in SVG', 'a.docx', d(svg('<a href="javascript:alert(1)"/>')), HIDDEN),
  refused(
    'tags in tags without end',
    'a.docx',
    d(part('word/a.xml', '<a>'.repeat(3000) + '</a>'.repeat(3000))),
    BROKEN,
  ),
  refused(
    'ten thousand parts and more',
    'a.docx',
    () => docx('x', ...Array.from({ length: 10_001 }, (_, n) => part(`a${n}`, ''))),
    BROKEN,
  ),
]

const template = (path: string): Buffer => {
  const strings = Buffer.alloc(8 + 2 + path.length * 2)
  strings.writeUInt16LE(0xffff, 0)
  strings.writeUInt16LE(18, 2)
  strings.writeUInt16LE(path.length, 8)
  strings.write(path, 10, 'utf16le')
  const word = wordStream()
  word.writeUInt32LE(0, 0x19a)
  word.writeUInt32LE(strings.length, 0x19e)
  return ole([
    { name: 'WordDocument', content: word },
    { name: '0Table', content: strings },
  ])
}

/** Older Word. */
export const WORDS: Group = [
  taken('a doc', 'a.doc', () => ole(['WordDocument', '1Table', '\u0005SummaryInformation'])),
  taken('a doc with a long text', 'a.doc', () =>
    ole([{ name: 'WordDocument', content: wordStream('申请'.repeat(50_000)) }]),
  ),
  taken('a doc of 8 MB, beyond the first list of its table', 'a.doc', () =>
    ole([{ name: 'WordDocument', content: wordStream('x'.repeat(3_000_000)) }]),
  ),
  taken('a doc with a formula', 'a.doc', () =>
    ole(['WordDocument', { name: 'ObjectPool', isStorage: true }, 'Equation Native']),
  ),
  taken('a doc with the usual template', 'a.doc', () => template('Normal.dot')),
  taken('a doc with a template of its own computer', 'a.doc', () => template('C:\\Templates\\公文.dot')),
  taken('a doc that speaks of DDE', 'a.doc', () =>
    ole([{ name: 'WordDocument', content: wordStream('DDE \u0013 PAGE \u0015') }]),
  ),
  refused('half a doc', 'a.doc', () => ole(['WordDocument']).subarray(0, 300), BROKEN),
  refused(
    'a doc with a password',
    'a.doc',
    () => ole([{ name: 'WordDocument', content: wordStream('', 0x0100) }]),
    PASSWORD,
  ),
  refused('a locked package called doc', 'a.doc', () => ole(['EncryptedPackage', 'EncryptionInfo']), PASSWORD),
  refused(
    'a doc with macros',
    'a.doc',
    () => ole(['WordDocument', { name: 'Macros', isStorage: true }, 'VBA']),
    MACROS,
  ),
  refused('a doc with a program as an object', 'a.doc', () => ole(['WordDocument', '\u0001Ole10Native']), EMBEDDED),
  refused(
    'a doc with macros in an object',
    'a.doc',
    () => ole(['WordDocument', { name: 'Package', content: docx('x', part('word/vbaProject.bin', 'x')) }]),
    MACROS,
  ),
  refused(
    'a doc with DDE',
    'a.doc',
    () => ole([{ name: 'WordDocument', content: wordStream('a \u0013 DDEAUTO cmd \u0015') }]),
    DDE,
  ),
  refused(
    'a doc with DDE, one byte a character',
    'a.doc',
    () => ole([{ name: 'WordDocument', content: Buffer.concat([wordStream(), Buffer.from('\u0013DDE cmd')]) }]),
    DDE,
  ),
  refused('a doc with a remote template', 'a.doc', () => template('http://x.cn/a.dot'), REMOTE),
  refused('an xls called doc', 'a.doc', () => ole(['Workbook']), MISMATCH),
  refused('an installer called doc', 'a.doc', () => ole(['SummaryInformation']), MISMATCH),
  refused('a docx called doc', 'a.doc', d(), MISMATCH),
]
