import { bytesOf } from '../file-bytes'
import { refuse } from '../refuse'
import { readZipDirectory, type ZipEntry } from '../zip-directory'
import { unpackInMemory, ZipFault } from '../zip-unpack'

/** 500 rows of 12 columns are below 1 MB of XML; what is far larger unpacked is a bomb or no table. */
const LARGEST_UNPACKED = 16 * 1024 * 1024
const MOST_ENTRIES = 500

const BROKEN = '文件已经损坏，或不是真正的 Excel 文件。请用表格软件打开，另存为 .xlsx 后再试'
const WORDS: Readonly<Record<ZipFault['reason'], string>> = {
  encrypted: '文件有密码，不能导入。请取消密码后再试',
  method: BROKEN,
  'too-large': '文件展开后太大，不像一张填报的表格。请只保留要导入的行和列，另存后再试',
  damaged: BROKEN,
}

/** An unpacked part of the file by its name; undefined when there is none. */
export type XlsxParts = (name: string) => Promise<Buffer | undefined>

/**
 * Looks into an XLSX file (a zip) before any of it is read. Every part is really unpacked once, up to the limit: the sizes
 * that a directory claims prove nothing. Throws FILE_REFUSED for what is no XLSX, is damaged, holds macros, has a
 * password, or is too large unpacked.
 * @returns its parts, unpacked one by one when they are asked for
 */
export async function openParts(bytes: Buffer): Promise<XlsxParts> {
  const file = bytesOf(bytes)
  const directory = await readZipDirectory(file)
  // Several disks or bytes before the archive let another reader see another directory than the one looked at here.
  if (!directory?.isPlain || directory.entries.length > MOST_ENTRIES) throw refuse(BROKEN)
  const { entries } = directory
  const names = new Set(entries.map(({ name }) => name))
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw refuse(BROKEN)
  if (entries.some(({ name }) => /vbaProject\.bin$|^xl\/(macrosheets|activeX)\//i.test(name))) {
    throw refuse('文件里有宏，不能导入。请另存为不带宏的 .xlsx 文件后再试')
  }
  const unpacked = async (entry: ZipEntry, mostBytes: number): Promise<Buffer> => {
    try {
      return await unpackInMemory(file, entry, mostBytes)
    } catch (error) {
      throw error instanceof ZipFault ? refuse(WORDS[error.reason]) : error
    }
  }
  let room = LARGEST_UNPACKED
  for (const entry of entries) room -= (await unpacked(entry, room)).length
  return async (name) => {
    const entry = entries.find((one) => one.name === name)
    return entry && unpacked(entry, LARGEST_UNPACKED)
  }
}
