import { downloadFile, transferFailure } from './download'
import { CloudFailure, type CloudPort, type Transfer } from './port'

export interface SandboxAddress {
  /** Address of the gateway, e.g. `http://127.0.0.1:5180`, without a slash at the end. */
  readonly gateway: string
  /** The fictional citizen, [a-z0-9-]{1,32}. */
  readonly citizen: string
}

/**
 * The sandbox's gateway on this machine: `POST /invoke/<function>`, `POST /upload`. Only for developers and testers;
 * the file is left out of upload builds (project.config.json, packOptions).
 */
export function sandboxPort({ gateway, citizen }: SandboxAddress): CloudPort {
  const header = { 'x-sandbox-citizen': citizen }

  return {
    call(functionName, data) {
      return new Promise((resolve, reject) => {
        wx.request({
          url: `${gateway}/invoke/${functionName}`,
          method: 'POST',
          header: { ...header, 'content-type': 'application/json' },
          data: { data },
          success: ({ data: answer }) => settle(answer, 'result', resolve, reject),
          fail: ({ errMsg }) => reject(transferFailure(errMsg)),
        })
      })
    },

    upload(cloudPath, filePath, onProgress): Transfer<{ fileId: string }> {
      let stop = (): void => undefined
      const done = new Promise<{ fileId: string }>((resolve, reject) => {
        const task = wx.uploadFile({
          url: `${gateway}/upload`,
          name: 'file',
          filePath,
          formData: { cloudPath },
          header,
          success: ({ data }) =>
            settle(parseJson(data), 'fileID', (fileId) => resolve({ fileId: String(fileId) }), reject),
          fail: ({ errMsg }) => reject(transferFailure(errMsg)),
        })
        task.onProgressUpdate(({ progress }) => onProgress?.(progress))
        stop = () => task.abort()
      })
      return { done, abort: () => stop() }
    },

    download: downloadFile,
  }
}

/** The gateway answers `{[key]: …}`, or `{errCode, errMsg}` as WeChat would. */
function settle(
  answer: unknown,
  key: 'result' | 'fileID',
  resolve: (value: unknown) => void,
  reject: (failure: CloudFailure) => void,
): void {
  if (typeof answer === 'object' && answer !== null) {
    if ('errCode' in answer) {
      const text = 'errMsg' in answer ? String(answer.errMsg) : String(answer.errCode)
      const timedOut = answer.errCode === -504003 || /time ?(d )?out/i.test(text)
      reject(new CloudFailure(timedOut ? 'timeout' : 'refused', text))
      return
    }
    const value = new Map<string, unknown>(Object.entries(answer)).get(key)
    if (key === 'result' || typeof value === 'string') {
      resolve(value)
      return
    }
  }
  reject(new CloudFailure('refused', 'the gateway answered something unreadable'))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
