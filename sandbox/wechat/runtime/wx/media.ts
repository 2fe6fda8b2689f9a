import {
  extensionOf,
  isOffered,
  mediaChoice,
  mediaFile,
  messageFile,
  type MessageFileChoice,
  UNREADABLE_PICTURE,
  wantedExtensions,
} from '../../wx-rules/files'
import { feedback } from './feedback'
import { type Options, settle } from './outcome'
import { fileAt, storeTemporaryFile, temporaryFileUrl } from './temporary-files'

interface ChooseMediaOptions extends Options {
  count?: number
  mediaType?: string[]
  sourceType?: string[]
}

type ChooseMessageFileOptions = Options & MessageFileChoice

/** WeChat's limits for one choice. */
const MAX_MEDIA = 20
const MAX_MESSAGE_FILES = 100

interface PickRequest {
  accept: string
  count: number
  /** Which of the chosen files WeChat would have offered; absent = all. */
  offers?: (file: File) => boolean
}

/** Opens the browser's file picker; rejects with `cancel` when nothing is chosen. */
function pickFiles({ accept, count, offers = () => true }: PickRequest): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = count > 1
  input.hidden = true
  document.body.append(input)
  return new Promise<File[]>((resolve, reject) => {
    input.addEventListener('cancel', () => reject(new Error('cancel')))
    input.addEventListener('change', () => {
      const allowed = Array.from(input.files ?? []).filter(offers)
      if (allowed.length > count) void feedback.showToast({ title: `最多选择${count}个`, icon: 'none' })
      if (allowed.length === 0) reject(new Error('cancel'))
      else resolve(allowed.slice(0, count))
    })
    input.click()
  }).finally(() => input.remove())
}

async function imageSize(path: string): Promise<{ width: number; height: number }> {
  const image = new Image()
  image.src = temporaryFileUrl(path) ?? path
  await image.decode()
  return { width: image.naturalWidth, height: image.naturalHeight }
}

/** The picture drawn anew as a JPEG; throws for one that the browser cannot read (HEIC in most). */
async function toJpeg(path: string, quality = 80): Promise<Blob> {
  const { blob } = fileAt(path)
  const picture = await createImageBitmap(blob).catch(() => {
    throw new Error(UNREADABLE_PICTURE)
  })
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 })
}

const toMessageFile = (file: File): object =>
  messageFile(storeTemporaryFile(file, file.name), file.name, file.size, file.lastModified)

function acceptMedia(types: readonly string[]): string {
  const accepts = types.includes('mix') ? ['image/*', 'video/*'] : types.map((type) => `${type}/*`)
  return accepts.join(',')
}

/** Choosing and looking at images and files: the browser's picker stands in for the album and for chat files. */
export const media = {
  chooseMedia: (options: ChooseMediaOptions = {}): unknown =>
    settle('chooseMedia', options, async () => {
      const accept = acceptMedia(options.mediaType ?? ['image', 'video'])
      const files = await pickFiles({ accept, count: Math.min(options.count ?? 9, MAX_MEDIA) })
      return mediaChoice(files.map((file) => mediaFile(storeTemporaryFile(file, file.name), file.name, file.size)))
    }),
  chooseImage: (options: ChooseMediaOptions = {}): unknown =>
    settle('chooseImage', options, async () => {
      const files = await pickFiles({
        accept: 'image/*',
        count: Math.min(options.count ?? 9, MAX_MEDIA),
      })
      const tempFiles = files.map((file) => ({ path: storeTemporaryFile(file, file.name), size: file.size }))
      return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
    }),
  chooseMessageFile: (options: ChooseMessageFileOptions): unknown =>
    settle('chooseMessageFile', options, async () => {
      const { type } = options
      const accept =
        type === 'image' || type === 'video'
          ? `${type}/*`
          : wantedExtensions(options)
              .map((name) => `.${name}`)
              .join(',')
      const offers = ({ name }: File): boolean => isOffered(name, options)
      const files = await pickFiles({ accept, count: Math.min(options.count, MAX_MESSAGE_FILES), offers })
      return { tempFiles: files.map(toMessageFile) }
    }),
  getImageInfo: (options: Options & { src: string }): unknown =>
    settle('getImageInfo', options, async () => {
      const type = extensionOf(options.src) === 'png' ? 'png' : 'jpeg'
      return { ...(await imageSize(options.src)), path: options.src, orientation: 'up', type }
    }),
  compressImage: (options: Options & { src: string; quality?: number }): unknown =>
    settle('compressImage', options, async () => ({
      tempFilePath: storeTemporaryFile(await toJpeg(options.src, options.quality), 'compressed.jpg'),
    })),
}
