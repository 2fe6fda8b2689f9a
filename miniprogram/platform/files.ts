/** Where WeChat lets a mini-program keep files across restarts (200 MB together, platform limit). */
const folder = (): string => wx.env.USER_DATA_PATH

/** Kept uploads are told from other files by this. */
const PREFIX = 'upload_'

export type KeepResult = 'kept' | 'full' | 'failed'

/**
 * SHA-1 of a local file, lower-case hex; '' when the phone cannot compute it. It only tells whether the bytes changed on
 * their way; WeChat offers md5, sha1 and, on newer phones, sha256.
 */
export function sha1Of(filePath: string): Promise<string> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().getFileInfo({
      filePath,
      digestAlgorithm: 'sha1',
      success: ({ digest }: { digest?: string }) => resolve(digest ? digest.toLowerCase() : ''),
      fail: () => resolve(''),
    })
  })
}

/** The first bytes of a local file; empty when it cannot be read. */
export function headOf(filePath: string, length: number): Promise<Uint8Array> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().readFile({
      filePath,
      position: 0,
      length,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array(0) : new Uint8Array(data)),
      fail: () => resolve(new Uint8Array(0)),
    })
  })
}

/** Bytes of a local file; -1 when there is none (the phone was cleaned, or WeChat dropped its temporary files). */
export function sizeOf(filePath: string): Promise<number> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => resolve(-1),
    })
  })
}

/** Where `keepFile` puts the file of a key. */
export const keptPath = (key: string, extension: string): string => `${folder()}/${PREFIX}${key}.${extension}`

/** Copies a temporary file to where it survives a restart. `full`: the 200 MB are used up. */
export function keepFile(tempFilePath: string, destPath: string): Promise<KeepResult> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().copyFile({
      srcPath: tempFilePath,
      destPath,
      success: () => resolve('kept'),
      fail: ({ errMsg }) => resolve(/limit|exceed|space|quota/i.test(errMsg) ? 'full' : 'failed'),
    })
  })
}

/** Deletes a kept file; one that is gone already is no error. */
export function dropFile(filePath: string): Promise<void> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().unlink({ filePath, complete: () => resolve() })
  })
}

/**
 * Gives a fetched document its name: WeChat shows and forwards a document under the name in its path. The one that was
 * shown before is deleted, so that no more than one lies on the phone. Resolves with the path to open: the old one when
 * there is no room, or no file type in the name.
 */
export async function nameDocument(tempFilePath: string, fileName: string): Promise<string> {
  const files = wx.getFileSystemManager()
  for (const name of files.readdirSync(folder())) {
    if (!name.startsWith(PREFIX)) await dropFile(`${folder()}/${name}`)
  }
  if (!/\.[a-z0-9]+$/i.test(fileName)) return tempFilePath
  const destPath = `${folder()}/${fileName.replace(/[\\/:*?"<>|]/g, '_').replace(new RegExp(`^${PREFIX}`), '')}`
  return (await keepFile(tempFilePath, destPath)) === 'kept' ? destPath : tempFilePath
}
