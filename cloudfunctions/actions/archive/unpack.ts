import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { AppError } from '../../kernel/errors'
import { withFileBytes } from '../attachment/file-bytes'
import { type ZipEntry } from '../attachment/zip-directory'

const LOCAL_MARK = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8
/** One file of a case has 10 MiB at most (contract chapter 11); a form's PDF may be larger. Also ends a zip bomb. */
const LARGEST_BYTES = 50 * 1024 * 1024

const refuse = (userMessage: string): AppError =>
  new AppError('FILE_REFUSED', 'entry cannot be unpacked', { userMessage })

const DAMAGED = '这个文件在压缩包里已经损坏，不能打开。请把压缩包重新打包一次再试'

/**
 * Unpacks one file of a zip, without the others, to a local path. Its checksum must agree. FILE_REFUSED when it is
 * damaged, encrypted or too large.
 */
export async function unpackEntry(zipPath: string, entry: ZipEntry, target: string): Promise<void> {
  if (entry.encrypted) throw refuse('这个文件有密码保护，手机上打不开，请把压缩包转发到电脑查看')
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw refuse('这个文件的压缩方式手机上打不开，请把压缩包转发到电脑查看')
  }
  if (entry.unpacked > LARGEST_BYTES) throw refuse('这个文件太大，手机上打不开，请把压缩包转发到电脑查看')
  const start = await dataStart(zipPath, entry)
  const check = checked(entry)
  const packed = entry.packed === 0 ? [] : [createReadStream(zipPath, { start, end: start + entry.packed - 1 })]
  try {
    const [source] = packed
    if (!source) throw refuse('这是一个空文件，不需要打开')
    if (entry.method === STORED) await pipeline(source, check.stream, createWriteStream(target))
    else await pipeline(source, createInflateRaw(), check.stream, createWriteStream(target))
  } catch (error) {
    throw error instanceof AppError ? error : refuse(DAMAGED)
  }
  if (!check.agrees()) throw refuse(DAMAGED)
}

/** The local header repeats name and extra field, in lengths of its own (APPNOTE 4.3.7). */
async function dataStart(zipPath: string, { offset }: ZipEntry): Promise<number> {
  const header = await withFileBytes(zipPath, (file) => file.read(offset, LOCAL_BYTES))
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_MARK) throw refuse(DAMAGED)
  return offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** Counts what comes out, and ends it when it is more than the directory says. */
function checked({ unpacked, crc32: wanted }: ZipEntry): { readonly stream: Transform; agrees(): boolean } {
  let size = 0
  let sum = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      sum = crc32(chunk, sum)
      done(size > unpacked ? refuse(DAMAGED) : null, chunk)
    },
  })
  return { stream, agrees: () => size === unpacked && sum === wanted }
}
