import { pdf } from '../../support/files'
import { docx, zip } from '../../support/office-files'
import { BROKEN, type Group, HIDDEN, MISMATCH, refused, taken } from './case'
import { lockedForAll } from './pdf-locked'
import { locked, objectStream, packed, pdfFile, stream, written } from './pdf-file'

const RUNS = /自动运行/
const SCRIPT = /脚本/
const ATTACHED = /夹带了别的文件/
const STRANGE = /结构少见/
const PASSWORD = /密码/

const LAUNCH = '<</S/Launch/F(calc.exe)>>'
const js = (code: string): string => `<</S/JavaScript/JS(${code})>>`
const field = (code: string): string => `<</T(sum)/FT/Tx/AA<</F${js(code)}>>>>`

const attached = (name: string, content: string | Buffer) => (): Buffer =>
  pdfFile({
    catalog: '/Names<</EmbeddedFiles<</Names[(1) 5 0 R]>>>>',
    objects: [`<</Type/Filespec/F(${name})/UF(${name})/EF<</F 6 0 R>>>>`, packed('/Type/EmbeddedFile', content)],
  })

const LINK = '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://www.tj.gov.cn)>>>>]'
const INVOICE = '<?xml version="1.0"?><Invoice/>'

export const PDFS: Group = [
  taken('a PDF of one page', 'a.pdf', () => pdfFile({})),
  taken('a PDF after a byte order mark', 'a.pdf', () => pdfFile({ before: '\xef\xbb\xbf' })),
  taken('a PDF after line breaks', 'a.pdf', () => pdfFile({ before: '\r\n\n  ' })),
  taken('zeros behind its end', 'a.pdf', () => pdfFile({ after: Buffer.alloc(5000) })),
  taken('blank lines behind its end', 'a.pdf', () => pdfFile({ after: '\r\n'.repeat(2000) })),
  taken('more zeros than a piece holds behind its end', 'a.pdf', () => pdfFile({ after: Buffer.alloc(200_000) })),
  taken('CR LF before its end, and nothing behind it', 'a.pdf', () =>
    Buffer.from(pdfFile({}).toString('latin1').replace('\n%%EOF\n', '\r\n%%EOF'), 'latin1'),
  ),
  taken('a report as pdfkit writes it', 'a.pdf', () => written({}, (file) => file.text('hello'))),
  taken('a table of objects that is all wrong', 'a.pdf', () =>
    Buffer.from(pdfFile({}).toString('latin1').replaceAll('00000 n', '00007 n'), 'latin1'),
  ),
  taken('objects in an object stream', 'a.pdf', () => pdfFile({ objects: [objectStream(['<</A 1>>', '[1 2]'])] })),
  taken('links', 'a.pdf', () => pdfFile({ page: LINK })),
  taken('opens at a page', 'a.pdf', () => pdfFile({ catalog: '/OpenAction[3 0 R/Fit]' })),
  taken('a structure with /S of its own', 'a.pdf', () => pdfFile({ page: '/Group<</S/Transparency>>' })),
  taken('a signed PDF', 'a.pdf', () =>
    pdfFile({
      objects: [`<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Contents<${'30'.repeat(9000)}>>>`],
    }),
  ),
  taken('a form that formats a number', 'a.pdf', () =>
    pdfFile({ objects: [field('AFNumber_Format\\(2, 0, 0, 0, "", true\\);')] }),
  ),
  taken('a form that adds up', 'a.pdf', () =>
    pdfFile({ objects: [field('AFSimple_Calculate\\("SUM", new Array \\("a", "b"\\)\\);')] }),
  ),
  taken('a form whose script is UTF-16', 'a.pdf', () =>
    pdfFile({
      objects: [`<</JS<feff${Buffer.from('AFDate_FormatEx("yyyy-mm-dd")', 'utf16le').swap16().toString('hex')}>>>`],
    }),
  ),
  taken('a report that asks to be printed', 'a.pdf', () =>
    pdfFile({ catalog: `/OpenAction${js('this.print\\({bUI: true, bSilent: false}\\);')}` }),
  ),
  taken('an electronic invoice with its XML', 'a.pdf', attached('invoice.xml', INVOICE)),
  taken('locked for its owner only, RC4 of 40 bits', 'a.pdf', () => locked('1.3', '')),
  taken('locked for its owner only, RC4 of 128 bits', 'a.pdf', () => locked('1.4', '')),
  taken('locked for its owner only, AES of 128 bits', 'a.pdf', () => locked('1.6', '')),
  taken('locked for its owner only, AES of 256 bits', 'a.pdf', () => locked('1.7ext3', '')),
  taken('locked for its owner only, PDF 2.0', 'a.pdf', () => lockedForAll('')),
  taken('a comment that speaks of /Launch', 'a.pdf', () => pdfFile({ before: '', trailer: '%/S/Launch\n' })),
  taken('a text that speaks of JavaScript', 'a.pdf', () => pdfFile({ catalog: '/Lang(/S /JavaScript /JS)' })),
  taken('two revisions', 'a.pdf', () => Buffer.concat([pdfFile({}), Buffer.from('\n5 0 obj<<>>endobj\n%%EOF\n')])),
  taken('a form with a button that sends it', 'a.pdf', () =>
    pdfFile({ objects: ['<</S/SubmitForm/F<</FS/URL/F(https://www.tj.gov.cn)>>>>'] }),
  ),

  refused('a user password, RC4 of 40 bits', 'a.pdf', () => locked('1.3', 'secret'), PASSWORD),
  refused('a user password, RC4 of 128 bits', 'a.pdf', () => locked('1.4', 'secret'), PASSWORD),
  refused('a user password, AES of 128 bits', 'a.pdf', () => locked('1.6', 'secret'), PASSWORD),
  refused('a user password, AES of 256 bits', 'a.pdf', () => locked('1.7ext3', 'secret'), PASSWORD),
  refused('a user password, PDF 2.0', 'a.pdf', () => lockedForAll('x'), PASSWORD),
  refused(
    'locked for some people’s certificates',
    'a.pdf',
    () => pdfFile({ trailer: '/Encrypt<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5>>' }),
    PASSWORD,
  ),
  refused('starts a program when it opens', 'a.pdf', () => pdfFile({ catalog: `/OpenAction${LAUNCH}` }), RUNS),
  refused('starts a program from a page', 'a.pdf', () => pdfFile({ page: `/AA<</O${LAUNCH}>>` }), RUNS),
  refused(
    'starts a program after another action',
    'a.pdf',
    () => pdfFile({ catalog: `/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next${LAUNCH}>>` }),
    RUNS,
  ),
  refused(
    'starts a program, spelt in codes',
    'a.pdf',
    () => pdfFile({ objects: ['<</S/L#61unch/F(calc.exe)>>'] }),
    RUNS,
  ),
  refused(
    'starts a program, the kind of action elsewhere',
    'a.pdf',
    () => pdfFile({ objects: ['<</S 6 0 R/F(calc.exe)>>', '/Launch'] }),
    RUNS,
  ),
  refused('starts a program, in an object stream', 'a.pdf', () => pdfFile({ objects: [objectStream([LAUNCH])] }), RUNS),
  refused(
    'starts a program, in an object stream without its type',
    'a.pdf',
    () =>
      pdfFile({
        objects: [Buffer.from(objectStream([LAUNCH]).toString('latin1').replace('/Type/ObjStm', ''), 'latin1')],
      }),
    RUNS,
  ),
  refused(
    'starts a program, hidden inside of a picture',
    'a.pdf',
    () => pdfFile({ objects: [stream('/Subtype/Image', Buffer.from(`xx 9 0 obj ${LAUNCH} endobj`))] }),
    RUNS,
  ),
  refused(
    'starts a program, hidden in a comment',
    'a.pdf',
    () => pdfFile({ objects: [`<<>>\n%\n% 9 0 obj ${LAUNCH} endobj\n`] }),
    RUNS,
  ),
  refused(
    'starts a program, the key given twice',
    'a.pdf',
    () => pdfFile({ objects: ['<</S/Launch/S/URI/F(calc.exe)>>'] }),
    RUNS,
  ),
  refused(
    'starts a program, brackets left open',
    'a.pdf',
    () => pdfFile({ objects: ['<</A<</S/Launch/F(calc.exe)'] }),
    RUNS,
  ),
  refused(
    'starts a program, comments between all words',
    'a.pdf',
    () => pdfFile({ objects: ['<<%\n/S%\n/Launch%\n>>'] }),
    RUNS,
  ),
  refused(
    'starts a program, locked for its owner only, in an object stream',
    'a.pdf',
    () => lockedForAll('', LAUNCH),
    RUNS,
  ),
  refused(
    'a script when it opens',
    'a.pdf',
    () => pdfFile({ catalog: `/OpenAction${js('app.alert\\(1\\)')}` }),
    SCRIPT,
  ),
  refused(
    'a script among the names',
    'a.pdf',
    () => pdfFile({ catalog: `/Names<</JavaScript<</Names[(a)${js('this.exportDataObject\\(\\)')}]>>>>` }),
    SCRIPT,
  ),
  refused(
    'a script in a stream',
    'a.pdf',
    () => pdfFile({ objects: ['<</S/JavaScript/JS 6 0 R>>', packed('', 'app.alert(1)')] }),
    SCRIPT,
  ),
  refused(
    'a script behind a harmless one',
    'a.pdf',
    () => pdfFile({ objects: [field('AFNumber_Format\\(2\\); app.launchURL\\("x"\\)')] }),
    SCRIPT,
  ),
  refused(
    'a script inside of a harmless one',
    'a.pdf',
    () => pdfFile({ objects: [field('AFNumber_Format\\(eval\\("x"\\)\\)')] }),
    SCRIPT,
  ),
  refused('a script written in octal', 'a.pdf', () => pdfFile({ objects: ['<</JS(\\141pp.alert\\(1\\))>>'] }), SCRIPT),
  refused('data from elsewhere', 'a.pdf', () => pdfFile({ catalog: '/OpenAction<</S/ImportData/F(x.fdf)>>' }), RUNS),
  refused(
    'asks another computer when it opens',
    'a.pdf',
    () => pdfFile({ catalog: '/OpenAction<</S/GoToR/F(\\\\\\\\10.0.0.1\\\\a)/D[0/Fit]>>' }),
    RUNS,
  ),
  refused('Flash', 'a.pdf', () => pdfFile({ page: '/Annots[<</Subtype/RichMedia>>]' }), RUNS),
  refused('a form of Adobe LiveCycle', 'a.pdf', () => pdfFile({ catalog: '/AcroForm<</XFA 5 0 R>>' }), /动态表单/),
  refused('a program attached', 'a.pdf', attached('a.exe', 'MZ'), ATTACHED),
  refused('a program attached under a data name', 'a.pdf', attached('a.xml', 'MZ\0\0'), ATTACHED),
  refused('a document attached', 'a.pdf', attached('b.docx', docx('x')), ATTACHED),
  refused('a PDF attached', 'a.pdf', attached('b.pdf', pdf('x')), ATTACHED),
  refused(
    'an object stream of 9 MB from 9 KB',
    'a.pdf',
    () => pdfFile({ objects: [packed('/Type/ObjStm/N 1/First 4', Buffer.alloc(9_000_000, 32))] }),
    STRANGE,
  ),
  refused(
    'an object stream packed in another way',
    'a.pdf',
    () => pdfFile({ objects: [stream('/Type/ObjStm/N 1/First 4/Filter/LZWDecode', Buffer.from('x'))] }),
    STRANGE,
  ),
  refused(
    'an object stream whose numbers stand elsewhere',
    'a.pdf',
    () => pdfFile({ objects: [packed('/Type/ObjStm/N 6 0 R/First 4', '9 0 <<>>'), '1'] }),
    STRANGE,
  ),
  refused('objects in objects without end', 'a.pdf', () => pdfFile({ objects: ['1 0 obj('.repeat(20_000)] }), STRANGE),
  refused('brackets in brackets without end', 'a.pdf', () => pdfFile({ objects: ['['.repeat(5000)] }), STRANGE),
  refused('half a PDF', 'a.pdf', () => pdfFile({}).subarray(0, 300), BROKEN),
  refused('a PDF without pages', 'a.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'), BROKEN),
  refused('text that says that it is PDF', 'a.pdf', () => Buffer.from('%PDF-1.7\nhello\n%%EOF'), BROKEN),
  refused('an archive behind it', 'a.pdf', () => Buffer.concat([pdf('x'), zip([{ name: 'a', content: 'x' }])]), HIDDEN),
  refused('a web page behind it', 'a.pdf', () => pdfFile({ after: '<html><body>' }), HIDDEN),
  refused('a web page called pdf', 'a.pdf', () => Buffer.from('<!doctype html><title>404</title>'), MISMATCH),
  refused('a web page before it', 'a.pdf', () => pdfFile({ before: '<html>' }), MISMATCH),
]
