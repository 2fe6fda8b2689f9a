import { refuse } from '../refuse'
import { isDict, isRef, type PdfDict, type PdfValue } from './syntax'
import { isObjectStream } from './object-stream'
import { type PdfObject } from './objects'

const ACTIVE = 'PDF 里带有会自动运行的内容，窗口不能接收。请打开后选“打印”，打印成新的 PDF，再上传'
const DYNAMIC = '这是 Adobe 的动态表单，多数软件打不开。请用 Adobe Reader 打开后选“打印”，打印成新的 PDF，再上传'

/**
 * Actions that start a program, fetch data into the form, open a file inside of this one, or run a film's code (ISO 32000-1,
 * 12.6.4). A link, a jump and a button that sends the form act only when somebody taps them.
 */
const RUNS: readonly string[] = ['Launch', 'ImportData', 'GoToE', 'RichMediaExecute']

/** A script, and the object that it stands in; undefined when it stands elsewhere in the file. */
interface PdfScript {
  readonly code: Buffer | undefined
  readonly object: PdfObject
}

/** A file inside of the file. */
export interface PdfAttachment {
  readonly names: readonly Buffer[]
  readonly streams: readonly number[]
  readonly object: PdfObject
}

/** What is in a PDF, gathered object by object. Throws FILE_REFUSED as soon as something is found that may never be. */
export class PdfSurvey {
  hasCatalog = false
  hasPage = false
  isEncrypted = false
  /** First of the file's ids. */
  id = Buffer.alloc(0)
  readonly locks: PdfDict[] = []
  readonly scripts: PdfScript[] = []
  readonly attachments: PdfAttachment[] = []
  readonly objectStreams: PdfObject[] = []

  take(object: PdfObject): void {
    // An action's kind may stand in an object of its own.
    if (typeof object.value === 'string' && [...RUNS, 'JavaScript'].includes(object.value)) throw refuse(ACTIVE)
    if (object.streamAt > 0 && isObjectStream(object.value)) this.objectStreams.push(object)
    this.walk(object.value, object)
  }

  private walk(value: PdfValue, object: PdfObject): void {
    if (isDict(value)) {
      this.look(value, object)
      for (const inner of value.values()) this.walk(inner, object)
    } else if (Array.isArray(value)) {
      for (const inner of value as readonly PdfValue[]) this.walk(inner, object)
    }
  }

  private look(dict: PdfDict, object: PdfObject): void {
    const is = (key: string, ...names: readonly string[]): boolean =>
      allOf(dict.get(key)).some((one) => names.includes(one as string))
    if (is('S', ...RUNS) || is('Subtype', 'RichMedia')) throw refuse(ACTIVE)
    if (is('S', 'GoToR') && stringsIn(dict.get('F')).some(isRemote)) throw refuse(ACTIVE)
    if (dict.has('XFA') && dict.get('XFA') !== null) throw refuse(DYNAMIC)
    if (dict.has('JS')) {
      for (const code of allOf(dict.get('JS')))
        this.scripts.push({ code: Buffer.isBuffer(code) ? code : undefined, object })
    }
    const embedded = dict.get('EF')
    if (isDict(embedded)) this.attachments.push({ ...attachmentOf(dict, embedded), object })
    this.hasCatalog ||= is('Type', 'Catalog') && dict.has('Pages')
    this.hasPage ||= is('Type', 'Page') || (dict.has('Parent') && dict.has('MediaBox'))
    if (dict.has('Root') && dict.has('Encrypt')) this.takeTrailer(dict)
    if (dict.has('Filter') && dict.has('V') && (dict.has('R') || dict.has('SubFilter'))) this.locks.push(dict)
  }

  private takeTrailer(dict: PdfDict): void {
    this.isEncrypted = true
    const [id] = stringsIn(dict.get('ID'))
    if (id) this.id = Buffer.from(id)
  }
}

/** Of a key that stands twice in a dictionary both values count. */
const allOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly PdfValue[]) : [value]

function stringsIn(value: PdfValue | undefined): readonly Buffer[] {
  if (isDict(value)) return [...value.values()].flatMap(stringsIn)
  return allOf(value).filter((one) => Buffer.isBuffer(one))
}

/** Somebody else's computer is asked, which tells it who asks. */
const isRemote = (path: Buffer): boolean =>
  /^\s*(\\\\|\/\/|[a-z]{3,}:)/i.test(path.toString('latin1').replace(/\0/g, ''))

function attachmentOf(dict: PdfDict, embedded: PdfDict): Omit<PdfAttachment, 'object'> {
  const names = ['F', 'UF', 'DOS', 'Mac', 'Unix'].flatMap((key) => stringsIn(dict.get(key)))
  const streams = [...embedded.values()].flatMap(allOf).map((value) => (isRef(value) ? value.ref : -1))
  return { names, streams }
}
