import { cloudPort } from './cloud/index'

const PICTURES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp'])

/**
 * Shows a file from a short-lived address: pictures and films at once, documents after a download (wx.openDocument reads local
 * files only). Rejects when it cannot be fetched or WeChat cannot show its type.
 */
export async function openFile(url: string, fileName: string): Promise<void> {
  if (PICTURES.has(/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '')) {
    await wx.previewImage({ urls: [url], current: url })
    return
  }
  if (/\.mp4$/i.test(fileName)) {
    await wx.previewMedia({ sources: [{ url, type: 'video' }] })
    return
  }
  const { filePath } = await cloudPort().download(url).done
  await wx.openDocument({ filePath, showMenu: true })
}

/** Fetches a file from a short-lived address to the phone; resolves with its local path. */
export async function fetchFile(url: string): Promise<string> {
  return (await cloudPort().download(url).done).filePath
}

/** Sends a local file to a chat that the citizen chooses. WeChat wants a tap right before. */
export async function shareFile(filePath: string, fileName: string): Promise<void> {
  await wx.shareFileMessage({ filePath, fileName })
}
