import { ole, record, sheetRecord, workbookStream } from '../../support/compound-file'
import { box, dwg, media, mp4 } from '../../support/files'
import { BROKEN, type Group, HIDDEN, MISMATCH, refused, taken } from './case'

const book = (...records: readonly Buffer[]): Buffer => ole([{ name: 'Workbook', content: workbookStream(...records) }])

/** A link of a workbook: how many sheets, then a path. */
function link(sheets: number, path: string): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(sheets, 0)
  head.writeUInt16LE(path.length, 2)
  return record(0x1ae, Buffer.concat([head, Buffer.from(path, 'latin1')]))
}

const START = box('ftyp', Buffer.from('isom\0\0\0\0isom'))
const MOVIE = box('moov', box('mvhd', Buffer.alloc(100)), box('trak', Buffer.alloc(8)))
const large = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(16)
  head.writeUInt32BE(1, 0)
  head.write(type, 4)
  head.writeBigUInt64BE(BigInt(content.length + 16), 8)
  return Buffer.concat([head, content])
}

const listed = (offset: number, size: number): Buffer => {
  const bytes = dwg('x'.repeat(300), 'AC1015')
  bytes.writeUInt32LE(1, 0x15)
  bytes.writeUInt32LE(offset, 0x1a)
  bytes.writeUInt32LE(size, 0x1e)
  return bytes
}

export const OTHERS: Group = [
  taken('an xls', 'a.xls', () => ole(['Workbook'])),
  taken('an xls of Excel 5', 'a.xls', () => ole(['Book'])),
  taken('an xls linked with another book', 'a.xls', () => book(link(2, '\u0001b.xls'))),
  taken('an xls with a link to itself', 'a.xls', () => book(record(0x1ae, Buffer.from([1, 0, 1, 4])))),
  refused('an xls with macros', 'a.xls', () => ole(['Workbook', '_VBA_PROJECT_CUR']), /带有宏/),
  refused('an xls with a macro sheet', 'a.xls', () => book(sheetRecord(1)), /带有宏/),
  refused('an xls with a password', 'a.xls', () => book(record(0x2f, Buffer.alloc(54))), /密码/),
  refused('an xls with DDE', 'a.xls', () => book(link(0, 'cmd\u0003/c calc')), /DDE/),
  refused(
    'an xls cut off',
    'a.xls',
    () => ole([{ name: 'Workbook', content: workbookStream().subarray(0, -6) }]),
    BROKEN,
  ),
  refused(
    'a chain of sectors in a circle',
    'a.xls',
    () => {
      const bytes = ole(['Workbook'])
      bytes.writeUInt32LE(0, bytes.length - 512)
      return bytes.subarray(0, bytes.length)
    },
    /损坏|不一致/,
  ),

  taken('a film', 'a.mp4', () => mp4('x')),
  taken('a film of an iPhone', 'a.mp4', () => media('qt  ', 'x')),
  taken('a film with its list at the end', 'a.mp4', () => Buffer.concat([START, box('mdat', Buffer.alloc(99)), MOVIE])),
  taken('a film whose data have a long length', 'a.mp4', () =>
    Buffer.concat([START, MOVIE, large('mdat', Buffer.alloc(9))]),
  ),
  taken('a film whose data go to the end', 'a.mp4', () =>
    Buffer.concat([START, MOVIE, Buffer.from('\0\0\0\0mdatxxxx')]),
  ),
  taken('a film in fragments', 'a.mp4', () => Buffer.concat([START, MOVIE, box('moof', Buffer.alloc(8)), box('mdat')])),
  taken('a film with zeros behind it', 'a.mp4', () => Buffer.concat([mp4('x'), Buffer.alloc(64)])),
  refused('the head of a film', 'a.mp4', () => START, BROKEN),
  refused('a film cut in its data', 'a.mp4', () => mp4('some data').subarray(0, -4), BROKEN),
  refused('a film without its list', 'a.mp4', () => Buffer.concat([START, box('mdat', Buffer.alloc(9))]), BROKEN),
  refused(
    'a box that is longer than the film',
    'a.mp4',
    () => Buffer.concat([START, Buffer.from('7fffffff6d6f6f76', 'hex')]),
    BROKEN,
  ),
  refused('a box of no length', 'a.mp4', () => Buffer.concat([START, Buffer.from('000000046d6f6f76', 'hex')]), BROKEN),
  refused('a HEIC picture called mp4', 'a.mp4', () => media('mif1', 'x'), /HEIC/),
  refused('a HEIC picture called jpg', 'a.jpg', () => media('heic', 'x'), /HEIC.*兼容性最佳/),

  taken('a drawing of 2018', 'a.dwg', () => dwg('x')),
  taken('a drawing of 2004', 'a.dwg', () => dwg('x', 'AC1018')),
  taken('a drawing of 2007', 'a.dwg', () => dwg('x', 'AC1021')),
  taken('a drawing of 2000', 'a.dwg', () => listed(0x100, 40)),
  taken('a drawing of R12', 'a.dwg', () => dwg('x', 'AC1009')),
  refused('the head of a drawing', 'a.dwg', () => dwg('x').subarray(0, 100), BROKEN),
  refused('a drawing of 2000 cut off', 'a.dwg', () => listed(0x100, 400_000), BROKEN),
  refused('a drawing of 2018 cut off', 'a.dwg', () => dwg('x', 'AC1032', 400_000), BROKEN),
  refused(
    'a drawing whose header is something else',
    'a.dwg',
    () => Buffer.concat([dwg('x').subarray(0, 16), Buffer.alloc(400)]),
    BROKEN,
  ),
  refused('a page behind a drawing', 'a.dwg', () => dwg('<script>alert(1)</script>'), HIDDEN),
  refused('a program called dwg', 'a.dwg', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), MISMATCH),
  refused('a program under its own name', 'a.exe', () => Buffer.from('MZ'), MISMATCH),
  refused('a file without an ending', '无扩展名', () => mp4('x'), MISMATCH),
]
