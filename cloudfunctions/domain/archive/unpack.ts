import { refuse } from '../../files/refuse'
import { type ZipEntry } from '../../files/zip-directory'
import { unpackToDisk, ZipFault } from '../../files/zip-unpack'

/** One file of a case has 10 MiB at most (contract chapter 11); a form's PDF may be larger. */
const LARGEST_BYTES = 50 * 1024 * 1024

const WORDS: Readonly<Record<ZipFault['reason'], string>> = {
  encrypted: '这个文件有密码保护，手机上打不开，请把压缩包转发到电脑查看',
  method: '这个文件的压缩方式手机上打不开，请把压缩包转发到电脑查看',
  'too-large': '这个文件太大，手机上打不开，请把压缩包转发到电脑查看',
  damaged: '这个文件在压缩包里已经损坏，不能打开。请把压缩包重新打包一次再试',
}

/** One file of the zip, to a local path. FILE_REFUSED with what to do when a phone could not show it. */
export async function unpackForPhone(zipPath: string, zipped: ZipEntry, target: string): Promise<void> {
  try {
    await unpackToDisk(zipPath, zipped, target, LARGEST_BYTES)
  } catch (error) {
    throw error instanceof ZipFault ? refuse(WORDS[error.reason]) : error
  }
  if (zipped.unpacked === 0) throw refuse('这是一个空文件，不需要打开')
}
