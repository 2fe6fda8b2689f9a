/** One file that the citizen picked. */
export interface PickedFile {
  /** Temporary local path. */
  readonly path: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** wx.chooseMedia takes at most 20 files, wx.chooseMessageFile 100 (platform limits). */
const MAX_MEDIA = 20
const MAX_MESSAGE_FILES = 100

export interface PhotoChoice {
  readonly from: 'camera' | 'album'
  readonly count: number
  /** What the n-th photo (from 0) is to be called, without an extension. */
  readonly nameOf: (index: number) => string
}

/** Photos from the camera or the album; empty when the citizen cancelled. */
export async function pickPhotos({ from, count, nameOf }: PhotoChoice): Promise<readonly PickedFile[]> {
  return unlessCancelled(async () => {
    const { tempFiles } = await wx.chooseMedia({
      count: Math.max(1, Math.min(count, MAX_MEDIA)),
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['original'],
    })
    return tempFiles.map(({ tempFilePath, size }, index) => ({
      path: tempFilePath,
      name: `${nameOf(index)}.${extensionOf(tempFilePath)}`,
      size,
    }))
  })
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
