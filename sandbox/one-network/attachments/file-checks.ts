import { ProviderError } from '../protocol/errors'

const ZIP = ['504b0304']
const OLE = ['d0cf11e0a1b11ae1']

/** First bytes, as hex, of the file types that the contract names (chapter 11). */
const MAGIC: Readonly<Record<string, readonly string[]>> = {
  jpg: ['ffd8ff'],
  png: ['89504e470d0a1a0a'],
  doc: OLE,
  xls: OLE,
  docx: ZIP,
  xlsx: ZIP,
  // AC10xx: AutoCAD's version mark.
  dwg: ['41433130'],
}

/** The harmless string that virus scanners agree to report; kept in two parts so that no scanner reports this file. */
const SCANNER_TEST = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!'].join('')

function startsRight(fileType: string, bytes: Buffer): boolean {
  // An mp4 begins with the length of its first box, then the box's name.
  if (fileType === 'mp4') return bytes.subarray(4, 8).toString('latin1') === 'ftyp'
  // A byte order mark, blanks and zeros may stand before it, as in every reader.
  if (fileType === 'pdf') return /^(\xef\xbb\xbf)?[\s\0]*%PDF-/.test(bytes.toString('latin1', 0, 64))
  const head = bytes.subarray(0, 8).toString('hex')
  return (MAGIC[fileType] ?? []).some((magic) => head.startsWith(magic))
}

/** Lower case; a jpeg is a jpg. */
export function extensionOf(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return extension === 'jpeg' ? 'jpg' : extension
}

/** 4001: the extension is not allowed, or the first bytes do not belong to it. */
export function refuseWrongType(fileName: string, bytes: Buffer, allowed: readonly string[]): void {
  const extension = extensionOf(fileName)
  if (!allowed.includes(extension) || !startsRight(extension, bytes)) {
    throw new ProviderError('4001', { fileTypes: allowed.join(',') })
  }
}

/** 4005: the scanner's test string anywhere in the file. */
export function refuseMalicious(bytes: Buffer): void {
  if (bytes.includes(SCANNER_TEST)) throw new ProviderError('4005')
}
