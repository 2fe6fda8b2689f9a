import { FileAnswer } from '../protocol/file-answer'
import { defineFunction } from './define'
import { findCase } from './lookup'

/** #32 下载完整材料的压缩文件: 5001 until it is packed, then the bytes. */
export const downloadCaseArchive = defineFunction<{ readonly caseNo: string }>(32, (call, { caseNo }) => {
  const record = findCase(call, caseNo)
  const bytes = call.platform.archives.take(call.platform, record)
  return new FileAnswer(`${caseNo}-全部材料.zip`, 'application/zip', bytes)
})
