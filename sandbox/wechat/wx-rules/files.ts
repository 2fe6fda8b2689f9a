/** Words of the file system: developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.html, error codes. */
export const NO_ROOM = 'the maximum size of the file storage limit is exceeded'
export const FORBIDDEN_PATH = 'permission denied, cannot access file path'
export const missingFile = (path: string): Error => new Error(`no such file or directory ${path}`)

/** WeChat's Stats of a file (times in s since the epoch). @param modifiedAt ms since the epoch */
export function fileStats(size: number, modifiedAt: number) {
  const seconds = Math.floor(modifiedAt / 1000)
  const REGULAR_FILE = 0o100644
  return {
    size,
    mode: REGULAR_FILE,
    lastModifiedTime: seconds,
    lastAccessedTime: seconds,
    isFile: () => true,
    isDirectory: () => false,
  }
}

/** What wx.openDocument can open; a picture is no document for WeChat. */
const DOCUMENT_TYPES = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** What wx.openDocument takes a file for; throws when it opens no such type. */
export function documentType({ filePath, fileType }: { filePath: string; fileType?: string }): string {
  const type = (fileType ?? extensionOf(filePath)).toLowerCase()
  if (!DOCUMENT_TYPES.includes(type)) throw new Error('filetype not supported')
  return type
}

/** The name that a downloaded file takes over from its address. */
export const downloadName = (url: string): string => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')

type Kind = 'image' | 'video' | 'file'

/** In a chat, pictures and films are no files: developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.chooseMessageFile.html */
function kindOf(name: string): Kind {
  if (/^(jpe?g|png|gif|bmp|webp|heic)$/.test(extensionOf(name))) return 'image'
  return /^(mp4|m4v|mov|3gp|avi|mkv|webm)$/.test(extensionOf(name)) ? 'video' : 'file'
}

export interface MessageFileChoice {
  count: number
  type?: 'all' | Kind
  extension?: string[]
}

/** The extensions that wx.chooseMessageFile heeds, without dots: for type `file` alone; empty = all. */
export const wantedExtensions = ({ type, extension = [] }: MessageFileChoice): string[] =>
  type === 'file' ? extension.map((name) => name.replace('.', '').toLowerCase()) : []

/** Whether wx.chooseMessageFile offers a file of this name. */
export function isOffered(name: string, choice: MessageFileChoice): boolean {
  const { type = 'all' } = choice
  const extensions = wantedExtensions(choice)
  return (
    (type === 'all' || kindOf(name) === type) && (extensions.length === 0 || extensions.includes(extensionOf(name)))
  )
}

/** One file of wx.chooseMedia's answer; of a film WeChat also tells length, size and a preview, which no stand-in has. */
export const mediaFile = (tempFilePath: string, name: string, size: number) => ({
  tempFilePath,
  size,
  fileType: kindOf(name) === 'video' ? ('video' as const) : ('image' as const),
})

/** wx.chooseMedia's answer. */
export function mediaChoice(tempFiles: ReturnType<typeof mediaFile>[]): object {
  const types = new Set(tempFiles.map(({ fileType }) => fileType))
  return { tempFiles, type: types.size > 1 ? 'mix' : [...types][0] }
}

/** One file of wx.chooseMessageFile's answer. @param sentAtMs when it was sent in the chat */
export const messageFile = (path: string, name: string, size: number, sentAtMs: number) => ({
  path,
  name,
  size,
  type: kindOf(name),
  time: Math.floor(sentAtMs / 1000),
})

/** Words for a picture that cannot be read, and for a canvas that is none; WeChat documents neither. */
export const UNREADABLE_PICTURE = 'fail to decode'
export const NO_CANVAS = 'canvas is empty'
