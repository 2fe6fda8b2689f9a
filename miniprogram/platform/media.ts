import { sizeOf } from './files'
import { askWeChat, type PrivateAct } from './privacy'

/** One file that the citizen picked. */
export interface PickedFile {
  /** Temporary local path. */
  readonly path: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** A picture or film from the camera, the album or a chat: no person gave it its name. */
  readonly namedByUs?: boolean
}

/** wx.chooseMedia takes at most 20 files, wx.chooseMessageFile 100 (platform limits). */
const MAX_MEDIA = 20
const MAX_MESSAGE_FILES = 100

const WITHOUT_PHOTOS = '也可以先把照片发到微信聊天里，再点“从聊天文件选”。'
const TAKE_PHOTOS: PrivateAct = { act: '拍照', phoneSetting: '相机', otherwise: WITHOUT_PHOTOS }
const PICK_PHOTOS: PrivateAct = { act: '选取照片', phoneSetting: '相册', otherwise: WITHOUT_PHOTOS }

export interface PhotoChoice {
  readonly from: 'camera' | 'album'
  readonly count: number
  /** Lower-case extensions that the material takes: videos are offered only where mp4 is one of them. */
  readonly extensions: readonly string[]
  /** What the n-th photo (from 0) is to be called, without an extension. */
  readonly nameOf: (index: number) => string
}

/** Photos and films from the camera or the album; empty when there are none, and the citizen knows why. */
export async function pickPhotos({ from, count, extensions, nameOf }: PhotoChoice): Promise<readonly PickedFile[]> {
  const chosen = await askWeChat(from === 'camera' ? TAKE_PHOTOS : PICK_PHOTOS, () =>
    wx.chooseMedia({
      count: Math.max(1, Math.min(count, MAX_MEDIA)),
      mediaType: mediaTypes(extensions),
      sourceType: [from],
      sizeType: ['original'],
    }),
  )
  return (chosen?.tempFiles ?? []).map(({ tempFilePath, size }, index) => ({
    path: tempFilePath,
    name: `${nameOf(index)}.${extensionOf(tempFilePath)}`,
    size,
    namedByUs: true,
  }))
}

function mediaTypes(extensions: readonly string[]): ('image' | 'video')[] {
  const video = extensions.includes('mp4')
  const image = !video || extensions.some((extension) => /^(jpe?g|png)$/.test(extension))
  return [...(image ? (['image'] as const) : []), ...(video ? (['video'] as const) : [])]
}

export interface ChatFileChoice {
  readonly count: number
  /** `file` leaves out what came as a picture or film; what of the rest fits is the caller's to judge and to say. */
  readonly type: 'all' | 'file'
  /** The way without files from a chat: one sentence. */
  readonly otherwise: string
}

/** Files from a WeChat chat; empty when there are none, and the citizen knows why. */
export async function pickChatFiles({ count, type, otherwise }: ChatFileChoice): Promise<readonly PickedFile[]> {
  const chosen = await askWeChat({ act: '选取聊天里的文件', otherwise }, () =>
    wx.chooseMessageFile({
      count: Math.max(1, Math.min(count, MAX_MESSAGE_FILES)),
      type,
    }),
  )
  return (chosen?.tempFiles ?? []).map(({ path, name, size, type: sort }) => ({
    path,
    name,
    size,
    namedByUs: sort !== 'file',
  }))
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
