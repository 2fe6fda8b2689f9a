import { sizeOf } from './files'

/** One file that the citizen picked. */
export interface PickedFile {
  /** Temporary local path. */
  readonly path: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** From the camera or the album: WeChat gave it no name, so its name is ours. */
  readonly namedByUs?: boolean
}

/** wx.chooseMedia takes at most 20 files, wx.chooseMessageFile 100 (platform limits). */
const MAX_MEDIA = 20
const MAX_MESSAGE_FILES = 100

export interface PhotoChoice {
  readonly from: 'camera' | 'album'
  readonly count: number
  /** Lower-case extensions that the material takes: videos are offered only where mp4 is one of them. */
  readonly extensions: readonly string[]
  /** What the n-th photo (from 0) is to be called, without an extension. */
  readonly nameOf: (index: number) => string
}

/** Photos and films from the camera or the album; empty when the citizen cancelled. */
export async function pickPhotos({ from, count, extensions, nameOf }: PhotoChoice): Promise<readonly PickedFile[]> {
  return unlessCancelled(async () => {
    const { tempFiles } = await wx.chooseMedia({
      count: Math.max(1, Math.min(count, MAX_MEDIA)),
      mediaType: mediaTypes(extensions),
      sourceType: [from],
      sizeType: ['original'],
    })
    return tempFiles.map(({ tempFilePath, size }, index) => ({
      path: tempFilePath,
      name: `${nameOf(index)}.${extensionOf(tempFilePath)}`,
      size,
      namedByUs: true,
    }))
  })
}

function mediaTypes(extensions: readonly string[]): ('image' | 'video')[] {
  const video = extensions.includes('mp4')
  const image = !video || extensions.some((extension) => /^(jpe?g|png)$/.test(extension))
  return [...(image ? (['image'] as const) : []), ...(video ? (['video'] as const) : [])]
}

/** Files from a WeChat chat; `extensions` without a dot, lower case. Empty when the citizen cancelled. */
export async function pickChatFiles(options: {
  count: number
  extensions: readonly string[]
}): Promise<readonly PickedFile[]> {
  return unlessCancelled(async () => {
    const { tempFiles } = await wx.chooseMessageFile({
      count: Math.max(1, Math.min(options.count, MAX_MESSAGE_FILES)),
      type: 'file',
      extension: [...options.extensions],
    })
    return tempFiles.map(({ path, name, size }) => ({ path, name, size }))
  })
}

/** Good enough to read a stamp, small enough to send. */
const JPEG_QUALITY = 90

/** The picture as WeChat re-encodes it, which is a JPEG on phones; null when the phone cannot read it. */
export async function toJpeg(path: string): Promise<Pick<PickedFile, 'path' | 'size'> | null> {
  try {
    const { tempFilePath } = await wx.compressImage({ src: path, quality: JPEG_QUALITY })
    const size = await sizeOf(tempFilePath)
    return size > 0 ? { path: tempFilePath, size } : null
  } catch {
    return null
  }
}

/** WeChat gives photos no name, only a temporary path. */
const extensionOf = (path: string): string => /\.([A-Za-z0-9]{2,5})$/.exec(path)?.[1]?.toLowerCase() ?? 'jpg'

/** WeChat reports a cancelled choice as a failure whose errMsg ends in "cancel". */
async function unlessCancelled(pick: () => Promise<readonly PickedFile[]>): Promise<readonly PickedFile[]> {
  try {
    return await pick()
  } catch (error) {
    if (/cancel/i.test(failureText(error))) return []
    throw error
  }
}

function failureText(error: unknown): string {
  if (error instanceof Error) return error.message
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg)
  return String(error)
}
