import { downloadFile } from './download'
import { initOptions } from './environments'
import { CloudFailure, type CloudPort, type Transfer } from './port'

/** WeChat Cloud itself: the only file that knows wx.cloud. */
export function wechatPort(): CloudPort {
  wx.cloud.init(initOptions(wx.getAccountInfoSync().miniProgram.envVersion))
  return { call: callFunction, upload: uploadFile, download: downloadFile }
}

async function callFunction(functionName: string, data: object): Promise<unknown> {
  try {
    const { result } = await wx.cloud.callFunction({ name: functionName, data })
    return result
  } catch (error) {
    throw toCloudFailure(error)
  }
}

function uploadFile(
  cloudPath: string,
  filePath: string,
  onProgress?: (percent: number) => void,
): Transfer<{ fileId: string }> {
  let stop = (): void => undefined
  const done = new Promise<{ fileId: string }>((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve({ fileId: fileID }),
      fail: (error) => reject(toCloudFailure(error)),
    })
    task.onProgressUpdate?.(({ progress }) => onProgress?.(progress))
    stop = () => task.abort()
  })
  return { done, abort: () => stop() }
}

const NOT_TAKEN: ReadonlySet<number> = new Set([-401001, -401002, -401003])

/**
 * WeChat's failures → one of our kinds. Codes: -401001 to -401003 wx.cloud itself does not take the call (not allowed,
 * wrong parameter or type), so nothing was sent; -504002/-504003 function failed or timed out, -601xxx client side
 * (network), -1 without further meaning; the text decides where the code does not.
 */
function toCloudFailure(error: unknown): CloudFailure {
  const { errCode, errMsg } = foreignError(error)
  if (NOT_TAKEN.has(errCode)) return new CloudFailure('not-sent', errMsg)
  if (/abort/i.test(errMsg)) return new CloudFailure('aborted', errMsg)
  if (errCode === -504003 || /time ?(d )?out/i.test(errMsg)) return new CloudFailure('timeout', errMsg)
  if (errCode <= -500000 && errCode > -600000) return new CloudFailure('refused', errMsg)
  if (/network|request:fail|uploadFile:fail|connect/i.test(errMsg)) {
    return new CloudFailure('network', errMsg)
  }
  return new CloudFailure('refused', errMsg)
}

function foreignError(error: unknown): { errCode: number; errMsg: string } {
  if (typeof error !== 'object' || error === null) return { errCode: 0, errMsg: String(error) }
  const { errCode, errMsg } = error as { errCode?: unknown; errMsg?: unknown }
  const message = typeof errMsg === 'string' ? errMsg : error instanceof Error ? error.message : 'unknown failure'
  return { errCode: typeof errCode === 'number' ? errCode : 0, errMsg: message }
}
