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
  await wx.openDocument({ filePath: await download(url), showMenu: true })
}

/** To a temporary path on the phone. */
function download(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode === 200) resolve(tempFilePath)
        else reject(new Error(`download answered ${statusCode}`))
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
