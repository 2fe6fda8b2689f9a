import { cloudPort } from './cloud/index'

const PICTURES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp'])

/**
 * Shows a file from a short-lived address: pictures at once, documents after a download (wx.openDocument reads local
 * files only). Rejects when it cannot be fetched or WeChat cannot show its type.
 */
export async function openFile(url: string, fileName: string): Promise<void> {
  if (PICTURES.has(/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '')) {
    await wx.previewImage({ urls: [url], current: url })
    return
  }
  const { filePath } = await cloudPort().download(url).done
  await wx.openDocument({ filePath, showMenu: true })
}
