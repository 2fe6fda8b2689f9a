import { piecesOf, type FileBytes } from './file-bytes'
import { BROKEN, type Inspect, PASSWORD } from './inspect'
import { inspectPackage } from './office/package'
import { requireLocal } from './office/address'
import { DDE } from './office/words'
import { type Compound, openCompound } from './ole/compound'
import { embeddedPackages, requireNoPrograms } from './ole/embedded'
import { requireHarmlessSheets } from './ole/workbook'
import { attachedTemplate, isLocked } from './ole/word'
import { refuse } from './refuse'

const OTHER = '文件内容与扩展名不一致，请用办公软件另存后再上传'

/** A document of the older kind: the stream of its program, no macros, no files put into it. */
async function opened(file: FileBytes, ...main: readonly string[]): Promise<{ compound: Compound; main: FileBytes }> {
  const compound = await openCompound(file)
  if (!compound) throw refuse(BROKEN)
  if (compound.names.includes('EncryptedPackage')) throw refuse(PASSWORD)
  const name = main.find((one) => compound.names.includes(one))
  const [stream] = name === undefined ? [] : await compound.streams(name)
  if (!stream) throw refuse(OTHER)
  requireNoPrograms(compound)
  for (const inner of await embeddedPackages(compound)) await inspectPackage(inner, 1)
  return { compound, main: stream }
}

/** Begins a field in the text ([MS-DOC] 2.8.25). */
const FIELD = '\u0013'
/** DDE or DDEAUTO, in one or two bytes a character. */
const STARTS_PROGRAM = /^\0?(?:[ \t"]\0?)*D\0?D\0?E/i
const LONGEST_BEGIN = 64

/** doc */
export const inspectWord: Inspect = async (file) => {
  const { compound, main } = await opened(file, 'WordDocument')
  const head = await main.read(0, 1024)
  if (isLocked(head)) throw refuse(PASSWORD)
  let before = ''
  for await (const piece of piecesOf(main)) {
    const text = before + piece.toString('latin1')
    const [, ...fields] = text.split(FIELD)
    if (fields.some((field) => STARTS_PROGRAM.test(field))) throw refuse(DDE)
    before = text.slice(-LONGEST_BEGIN)
  }
  requireLocal(await attachedTemplate(compound, head))
}

/** xls */
export const inspectExcel: Inspect = async (file) => {
  const { main } = await opened(file, 'Workbook', 'Book')
  await requireHarmlessSheets(main)
}
