import { type FileBytes } from './file-bytes'

/**
 * What is asked of a file of one type, so that the window can use it: it opens, without a password, is whole, does not
 * swell, and brings nothing that runs. Throws FILE_REFUSED with the reason.
 */
export type Inspect = (file: FileBytes) => Promise<void>

export const BROKEN = '文件已损坏或不完整，请用原来的软件打开后另存，再上传'
export const HIDDEN = '文件里夹带了其他内容，不能使用，请重新导出后再上传'
export const PASSWORD = '文件设了密码，窗口打不开，请去掉密码后再上传'
