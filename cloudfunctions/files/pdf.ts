import { AppError } from '../kernel/errors'
import { type FileBytes } from './file-bytes'
import { BROKEN, type Inspect, PASSWORD } from './inspect'
import { type Decrypt, openWithoutPassword } from './pdf/encryption'
import { isDataName, isHarmlessScript, isText, pdfText } from './pdf/harmless'
import { objectsOfStream } from './pdf/object-stream'
import { objectsIn, type PdfObject } from './pdf/objects'
import { streamBytes, streamHead } from './pdf/stream-bytes'
import { type PdfAttachment, PdfSurvey } from './pdf/survey'
import { isDict } from './pdf/syntax'
import { refuse } from './refuse'

const UNREADABLE = '这个 PDF 的结构少见，检查不了里面的内容。请打开后选“打印”，打印成新的 PDF，再上传'
const SCRIPT = 'PDF 里带有脚本，窗口不能接收。请打开后选“打印”，打印成新的 PDF，再上传'
const ATTACHED = 'PDF 里夹带了别的文件，窗口看不到。请把夹带的文件取出来分别上传，再把 PDF 打印成新的 PDF 上传'

/** Of one object stream, and of all together, unpacked. */
const LARGEST_STREAM = 8 * 1024 * 1024
const LARGEST_STREAMS = 32 * 1024 * 1024

/**
 * Reads every object of a PDF, those in object streams too, and those of a file that is locked for its owner only: it has
 * pages, opens without a password, and brings nothing that runs or that nobody would see (docs/attachments.md says why).
 */
export const inspectPdf: Inspect = async (file) => {
  if (!(await endsWithMark(file))) throw refuse(BROKEN)
  try {
    await survey(file)
  } catch (error) {
    throw error instanceof AppError ? error : refuse(UNREADABLE)
  }
}

async function survey(file: FileBytes): Promise<void> {
  const found = new PdfSurvey()
  for await (const object of objectsIn(file)) found.take(object)
  const decrypt = found.isEncrypted ? unlocked(found) : undefined
  let room = LARGEST_STREAMS
  for (const stream of found.objectStreams) {
    if (!isDict(stream.value)) continue
    const bytes = await streamBytes(file, stream, decrypt, Math.min(LARGEST_STREAM, room))
    room -= bytes.length
    for (const object of objectsOfStream(stream.value, bytes)) found.take(object)
  }
  if (!found.hasCatalog || !found.hasPage) throw refuse(BROKEN)
  requireHarmlessScripts(found, decrypt)
  await requireDataOnly(file, found.attachments, decrypt)
}

function unlocked({ locks, id }: PdfSurvey): Decrypt {
  const decrypt = locks.map((lock) => openWithoutPassword(lock, id)).find((one) => one !== undefined)
  if (!decrypt) throw refuse(PASSWORD)
  return decrypt
}

/** Strings of an object stream are locked with the stream, all others by themselves. */
function textOf(bytes: Buffer, { number, generation, isPacked }: PdfObject, decrypt: Decrypt | undefined): string {
  return pdfText(decrypt && !isPacked ? decrypt(bytes, number, generation) : bytes)
}

function requireHarmlessScripts({ scripts }: PdfSurvey, decrypt: Decrypt | undefined): void {
  const harmful = scripts.some(({ code, object }) => !code || !isHarmlessScript(textOf(code, object, decrypt)))
  if (harmful) throw refuse(SCRIPT)
}

async function requireDataOnly(
  file: FileBytes,
  attachments: readonly PdfAttachment[],
  decrypt: Decrypt | undefined,
): Promise<void> {
  if (attachments.length === 0) return
  for (const { names, object } of attachments) {
    const isData = names.length > 0 && names.every((name) => isDataName(textOf(name, object, decrypt)))
    if (!isData) throw refuse(ATTACHED)
  }
  const streams = new Set(attachments.flatMap((one) => one.streams))
  for await (const object of objectsIn(file)) {
    if (object.streamAt === 0 || !streams.has(object.number)) continue
    if (!isText(await streamHead(file, object, decrypt))) throw refuse(ATTACHED)
  }
}

const MARK = '%%EOF'
/** Readers look for the mark in the last kilobyte (ISO 32000-1, annex H, note 18); blanks and zeros behind it are nothing. */
const MARK_WINDOW = 2048
const PIECE = 64 * 1024

async function endsWithMark(file: FileBytes): Promise<boolean> {
  for (let end = file.size; end > 0; end -= PIECE - MARK_WINDOW) {
    const piece = await file.read(Math.max(0, end - PIECE), Math.min(PIECE, end))
    let used = piece.length
    while (used > 0 && BLANK.includes(piece.readUInt8(used - 1))) used -= 1
    if (used > 0) return piece.subarray(Math.max(0, used - MARK_WINDOW), used).includes(MARK)
  }
  return false
}

const BLANK: readonly number[] = [0, 9, 10, 12, 13, 32]
