import { CloudFailure, type OnProgress, type Transfer } from './port'

/** A transfer that failed on the way, by WeChat's own words for it: there is no code to go by. */
export function transferFailure(errMsg: string): CloudFailure {
  if (/abort/i.test(errMsg)) return new CloudFailure('aborted', errMsg)
  if (/time ?(d )?out/i.test(errMsg)) return new CloudFailure('timeout', errMsg)
  return new CloudFailure('network', errMsg)
}

const LONGEST_MS = 600_000

/** Fetches an address to a temporary path on the phone. A short-lived address is plain HTTP, whichever cloud gave it. */
export function downloadFile(url: string, onProgress?: OnProgress): Transfer<{ filePath: string }> {
  let stop = (): void => undefined
  const done = new Promise<{ filePath: string }>((resolve, reject) => {
    const task = wx.downloadFile({
      url,
      // A zip of 200 MB on a slow network needs minutes; WeChat's own limit is one.
      timeout: LONGEST_MS,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode === 200) resolve({ filePath: tempFilePath })
        else reject(new CloudFailure('refused', `download answered ${statusCode}`))
      },
      fail: ({ errMsg }) => reject(transferFailure(errMsg)),
    })
    task.onProgressUpdate(({ progress }) => onProgress?.(progress))
    stop = () => task.abort()
  })
  return { done, abort: () => stop() }
}
