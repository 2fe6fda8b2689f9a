import { fileTypeOf, HEAD_BYTES, headRefusal } from '../../miniprogram/shared/domain/file-kind'
import { inspectDrawing } from './drawing'
import { type FileBytes, withFileBytes } from './file-bytes'
import { inspectFilm } from './film'
import { HIDDEN, type Inspect } from './inspect'
import { inspectDocx, inspectXlsx } from './office'
import { inspectExcel, inspectWord } from './ole'
import { inspectPdf } from './pdf'
import { inspectJpeg } from './picture/jpeg'
import { inspectPng } from './picture/png'
import { refuse } from './refuse'
import { endsLikeZip } from './zip-directory'

interface TypeRules {
  readonly mime: string
  readonly inspect: Inspect
}

/** Markup that a browser would run, at the start or end of a file that is called a picture or a document. */
const MARKUP = /<(script|html|svg|iframe|\?php|!doctype)[\s>]/i
const MARKUP_WINDOW = 4096

/** No archive behind it, and no markup in its first and last bytes; then what the type asks for. */
const alone =
  (inspect: Inspect): Inspect =>
  async (file: FileBytes) => {
    const head = await file.read(0, MARKUP_WINDOW)
    const tail = await file.read(Math.max(0, file.size - MARKUP_WINDOW), MARKUP_WINDOW)
    const markup = [head, tail].some((part) => MARKUP.test(part.toString('latin1')))
    if (markup || (await endsLikeZip(file))) throw refuse(HIDDEN)
    await inspect(file)
  }

/** The nine types of the contract (chapter 11); docs/attachments.md says how each is told and shown. */
const TYPES: Readonly<Record<string, TypeRules>> = {
  jpg: { mime: 'image/jpeg', inspect: alone(inspectJpeg) },
  png: { mime: 'image/png', inspect: alone(inspectPng) },
  pdf: { mime: 'application/pdf', inspect: alone(inspectPdf) },
  doc: { mime: 'application/msword', inspect: inspectWord },
  xls: { mime: 'application/vnd.ms-excel', inspect: inspectExcel },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    inspect: inspectDocx,
  },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', inspect: inspectXlsx },
  mp4: { mime: 'video/mp4', inspect: inspectFilm },
  dwg: { mime: 'image/vnd.dwg', inspect: alone(inspectDrawing) },
}

/**
 * Looks at a file as the window will need it, piece by piece; never holds the whole. Resolves with its content type.
 * Throws FILE_REFUSED with the reason when it is not what the name says, cannot be opened, is not whole, or hides something.
 */
export async function inspectContent(path: string, fileName: string): Promise<string> {
  return withFileBytes(path, async (file) => {
    const refusal = headRefusal(fileName, await file.read(0, HEAD_BYTES))
    const type = fileTypeOf(fileName)
    const rules = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
    if (refusal !== '' || !rules) throw refuse(refusal)
    await rules.inspect(file)
    return rules.mime
  })
}
