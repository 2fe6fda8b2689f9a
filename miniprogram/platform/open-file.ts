import { CloudFailure, cloudPort } from './cloud/index'
import type { OnProgress } from './cloud/port'
import { tell, toast } from './feedback'
import { nameDocument } from './files'
import { wasCancelled } from './wechat-error'

const PICTURES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp'])

/**
 * Shows a file from a short-lived address: pictures and films at once, documents after a download (wx.openDocument reads local
 * files only), with WeChat's menu to forward or save it. Rejects with CloudFailure when it cannot be fetched, otherwise
 * when WeChat cannot show its type.
 */
export async function openFile(url: string, fileName: string, onProgress?: OnProgress): Promise<void> {
  if (PICTURES.has(/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '')) {
    await wx.previewImage({ urls: [url], current: url })
    return
  }
  if (/\.mp4$/i.test(fileName)) {
    await wx.previewMedia({ sources: [{ url, type: 'video' }] })
    return
  }
  const { filePath } = await cloudPort().download(url, onProgress).done
  await wx.openDocument({ filePath: await nameDocument(filePath, fileName), showMenu: true })
}

/** true = what openFile rejected with is about the way to the phone: the file itself may be fine. */
export const isTransferFailure = (error: unknown): boolean => error instanceof CloudFailure

/** Fetches a file from a short-lived address to the phone; resolves with its local path. */
export async function fetchFile(url: string): Promise<string> {
  return (await cloudPort().download(url).done).filePath
}

/** Sends a local file to a chat that the citizen chooses. WeChat wants a tap right before. Rejects when it is not sent. */
export async function shareFile(filePath: string, fileName: string): Promise<void> {
  await wx.shareFileMessage({ filePath, fileName })
}

/** As `shareFile`, saying why it failed. @param otherwise what to do then */
export async function offerShare(filePath: string, fileName: string, otherwise: string): Promise<void> {
  try {
    await shareFile(filePath, fileName)
  } catch (error) {
    if (!wasCancelled(error)) await tell('没有转发出去', otherwise)
  }
}

/** WeChat on a computer: only there can a file be saved where its owner finds it. */
export const isOnComputer = (): boolean => ['windows', 'mac'].includes(wx.getDeviceInfo().platform)

/** Asks where on the computer a local file is to be saved, and says how it went. */
export async function saveToComputer(filePath: string): Promise<void> {
  const saving = new Promise<void>((resolve, reject) => {
    wx.saveFileToDisk({ filePath, success: () => resolve(), fail: ({ errMsg }) => reject(new Error(errMsg)) })
  })
  try {
    await saving
    toast('已保存')
  } catch (error) {
    if (!wasCancelled(error)) await tell('没有保存', '请再试一次，或转发到“文件传输助手”。')
  }
}
