import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { copyFile, readFile, stat, unlink } from 'node:fs/promises'
import { phone } from './phone'
import { answer, WxFailure, type Callbacks } from './wx-answers'
import { keepDownload, sendHttp, uploadBody, type RunningHttp } from './wx-http'

type Headers = Record<string, string>
type Visit = Callbacks<object> & { url: string }
interface ModalOptions extends Callbacks<{ confirm: boolean; cancel: boolean }> {
  title?: string
  content?: string
}
interface UploadOptions extends Callbacks<{ statusCode: number; data: string }> {
  url: string
  filePath: string
  name: string
  formData?: Headers
  header?: Headers
}
interface RequestOptions extends Callbacks<{ statusCode: number; data: unknown }> {
  url: string
  method?: string
  data?: unknown
  header?: Headers
}
interface MessageFileOptions extends Callbacks<{ tempFiles: object[] }> {
  count: number
  type?: 'all' | 'video' | 'image' | 'file'
  extension?: string[]
}
interface StorageOptions extends Callbacks<object> {
  key: string
  encrypt?: boolean
}

/** Encrypted values live in a room of their own, as on a real phone. */
const roomOf = (key: string, encrypt?: boolean): string => (encrypt === true ? `encrypted:${key}` : key)

function store(api: string, key: string, value: unknown): void {
  if (phone.storageFull) throw new WxFailure(api, 'exceed max size')
  phone.storage.set(key, JSON.parse(JSON.stringify(value)) as unknown)
}

function visit(verb: 'navigateTo' | 'redirectTo' | 'switchTab', options: Visit): Promise<object> {
  return answer(verb, options, () => {
    phone.visits.push({ verb, url: options.url })
    return {}
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** In a chat, pictures and films are no files: developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.chooseMessageFile.html */
function messageTypeOf(name: string): 'image' | 'video' | 'file' {
  if (/\.(jpe?g|png|gif|bmp|webp|heic)$/i.test(name)) return 'image'
  return /\.(mp4|mov)$/i.test(name) ? 'video' : 'file'
}

/** WeChat's words for each errno: developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
const PRIVACY_REFUSAL = {
  103: 'auth deny',
  104: 'privacy permission is not authorized',
  112: 'api scope is not declared in the privacy agreement',
} as const

/** What an interface that the privacy guide covers does before anything else. */
function checkPrivacy(api: string): void {
  const errno = phone.privacyErrno
  if (errno !== 0) throw new WxFailure(api, PRIVACY_REFUSAL[errno], 0, errno)
}

/** What leaves the phone; without a network nothing does. */
function send(...args: Parameters<typeof sendHttp>): RunningHttp {
  if (phone.online) return sendHttp(...args)
  return { done: Promise.reject(new Error('network is down')), abort: () => undefined }
}

/** A task with progress at 100 when it is through, and an abort that reaches the socket. */
function task(running: RunningHttp, over: Promise<unknown>) {
  return {
    abort: () => running.abort(),
    onProgressUpdate(listener: (progress: { progress: number }) => void) {
      over.then(() => listener({ progress: 100 })).catch(() => undefined)
    },
    onHeadersReceived: () => undefined,
  }
}

async function post(url: string, header: Headers, body: string): Promise<unknown> {
  const { done } = send(url, {
    method: 'POST',
    headers: { ...header, 'content-type': 'application/json' },
    body: Buffer.from(body),
  })
  return parsed((await done).body.toString())
}

const emptyQuery = {
  in: () => emptyQuery,
  select: () => emptyQuery,
  fields: () => emptyQuery,
  boundingClientRect: () => emptyQuery,
  exec: (done: (results: null[]) => void) => done([null]),
}

/** Every wx API that the mini-program uses, backed by `phone`, real files and real HTTP. */
export const wxStub = {
  getStorageSync: (key: string): unknown => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => store('setStorageSync', key, value),
  removeStorageSync: (key: string): void => void phone.storage.delete(key),
  setStorage: (options: StorageOptions & { data: unknown }) =>
    answer('setStorage', options, () => {
      store('setStorage', roomOf(options.key, options.encrypt), options.data)
      return {}
    }),
  getStorage: (options: StorageOptions & Callbacks<{ data: unknown }>) =>
    answer<{ data: unknown }>('getStorage', options, () => {
      const room = roomOf(options.key, options.encrypt)
      if (!phone.storage.has(room)) throw new WxFailure('getStorage', 'data not found')
      return { data: phone.storage.get(room) }
    }),
  removeStorage: (options: StorageOptions) =>
    answer('removeStorage', options, () => {
      phone.storage.delete(options.key)
      phone.storage.delete(roomOf(options.key, true))
      return {}
    }),

  navigateTo: (options: Visit) => visit('navigateTo', options),
  redirectTo: (options: Visit) => visit('redirectTo', options),
  switchTab: (options: Visit) => visit('switchTab', options),
  navigateBack: (options?: Callbacks<object>) =>
    answer('navigateBack', options, () => {
      phone.visits.push({ verb: 'navigateBack', url: '' })
      return {}
    }),
  pageScrollTo: (options?: Callbacks<object>) => answer('pageScrollTo', options, () => ({})),
  nextTick: (callback: () => void): void => void setTimeout(callback, 0),
  /** jsdom lays nothing out and draws nothing: a query finds no node. A test that draws puts its own in place. */
  createSelectorQuery: () => emptyQuery,

  showToast: (options: Callbacks<object> & { title: string }) =>
    answer('showToast', options, () => {
      phone.toasts.push(options.title)
      return {}
    }),
  showModal: (options: ModalOptions) =>
    answer('showModal', options, () => {
      phone.modals.push({ title: options.title ?? '', content: options.content ?? '' })
      return { confirm: phone.agrees, cancel: !phone.agrees }
    }),
  showLoading: (options: Callbacks<object> & { title: string }) => {
    phone.loadingShown = true
    return answer('showLoading', options, () => ({}))
  },
  hideLoading: (options?: Callbacks<object>) => {
    phone.loadingShown = false
    return answer('hideLoading', options, () => ({}))
  },
  showActionSheet: (options: Callbacks<{ tapIndex: number }> & { itemList: string[] }) =>
    answer('showActionSheet', options, () => ({ tapIndex: 0 })),
  setNavigationBarTitle: (options: Callbacks<object> & { title: string }) =>
    answer('setNavigationBarTitle', options, () => ({})),
  makePhoneCall: (options: Callbacks<object> & { phoneNumber: string }) =>
    answer('makePhoneCall', options, () => {
      phone.called.push(options.phoneNumber)
      return {}
    }),
  setClipboardData: (options: Callbacks<object> & { data: string }) =>
    answer('setClipboardData', options, () => {
      checkPrivacy('setClipboardData')
      phone.clipboard = options.data
      return {}
    }),

  openPrivacyContract: (options?: Callbacks<object>) =>
    answer('openPrivacyContract', options, () => {
      phone.opened.push('privacy-guide')
      return {}
    }),

  /** What the citizen answers is `phone.agrees`, for each template alike; `phone.subscriptionFailure` is WeChat's error. */
  requestSubscribeMessage: (options: Callbacks<Record<string, string>> & { tmplIds: readonly string[] }) =>
    answer<Record<string, string>>('requestSubscribeMessage', options, () => {
      if (phone.subscriptionFailure !== 0) throw new WxFailure('requestSubscribeMessage', '', phone.subscriptionFailure)
      phone.subscriptions.push([...options.tmplIds])
      return Object.fromEntries(options.tmplIds.map((id) => [id, phone.agrees ? 'accept' : 'reject']))
    }),

  getNetworkType: (options?: Callbacks<{ networkType: string }>) =>
    answer('getNetworkType', options, () => ({ networkType: phone.online ? 'wifi' : 'none' })),
  onNetworkStatusChange: (listener: (change: { isConnected: boolean; networkType: string }) => void): void =>
    void phone.networkListeners.add(listener),
  offNetworkStatusChange: (listener: (change: { isConnected: boolean; networkType: string }) => void): void =>
    void phone.networkListeners.delete(listener),
  getAccountInfoSync: () => ({ miniProgram: { appId: phone.appId, envVersion: phone.envVersion, version: '' } }),
  getUpdateManager: () => ({
    onUpdateReady: (listener: () => void): void => void phone.updateListeners.add(listener),
    applyUpdate: (): void => void (phone.restarts += 1),
  }),
  /** Asked for by TDesign when its components load. */
  getDeviceInfo: () => ({ platform: 'devtools', system: 'jsdom', brand: 'devtools', model: 'jsdom' }),
  getAppBaseInfo: () => ({ SDKVersion: '3.8.0', language: 'zh_CN', theme: 'light' }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667, pixelRatio: 2 }),

  chooseMedia: (options: Callbacks<{ tempFiles: object[] }> & { count: number }) =>
    answer('chooseMedia', options, () => {
      checkPrivacy('chooseMedia')
      const chosen = phone.files.splice(0, options.count)
      if (chosen.length === 0) throw new WxFailure('chooseMedia', 'cancel')
      return {
        type: 'image',
        tempFiles: chosen.map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })),
      }
    }),
  /** Shows only what the type lets through; `extension` counts for type file alone. */
  chooseMessageFile: (options: MessageFileOptions) =>
    answer('chooseMessageFile', options, () => {
      checkPrivacy('chooseMessageFile')
      const { type: wanted = 'all', extension = [] } = options
      const chosen = phone.files
        .map((file) => ({ ...file, type: messageTypeOf(file.name) }))
        .filter(({ type }) => wanted === 'all' || type === wanted)
        .filter(
          ({ name }) => wanted !== 'file' || extension.length === 0 || extension.some((one) => name.endsWith(one)),
        )
        .slice(0, options.count)
      phone.files = phone.files.filter(({ path }) => !chosen.some((one) => one.path === path))
      if (chosen.length === 0) throw new WxFailure('chooseMessageFile', 'cancel')
      return { tempFiles: chosen }
    }),
  previewImage: (options: Callbacks<object> & { urls: string[] }) =>
    answer('previewImage', options, () => {
      phone.opened.push(...options.urls)
      return {}
    }),
  previewMedia: (options: Callbacks<object> & { sources: { url: string }[] }) =>
    answer('previewMedia', options, () => {
      phone.opened.push(...options.sources.map(({ url }) => url))
      return {}
    }),
  /** A phone that reads HEIC puts the JPEG first into `phone.files`; one that does not fails. */
  compressImage: (options: Callbacks<{ tempFilePath: string }> & { src: string }) =>
    answer('compressImage', options, () => {
      const [made] = phone.files.splice(0, 1)
      if (made === undefined) throw new WxFailure('compressImage', 'fail to decode')
      return { tempFilePath: made.path }
    }),
  shareFileMessage: (options: Callbacks<object> & { filePath: string; fileName?: string }) =>
    answer('shareFileMessage', options, () => {
      phone.opened.push(options.fileName ?? options.filePath)
      return {}
    }),
  saveFileToDisk: (options: Callbacks<object> & { filePath: string }) =>
    answer('saveFileToDisk', options, () => {
      phone.opened.push(`disk:${options.filePath}`)
      return {}
    }),
  openDocument: (options: Callbacks<object> & { filePath: string }) =>
    answer('openDocument', options, () => {
      phone.opened.push(options.filePath)
      return {}
    }),
  get env() {
    return { USER_DATA_PATH: phone.userDataPath }
  },
  getFileSystemManager: () => ({
    stat: (options: Callbacks<{ stats: { size: number } }> & { path: string }) =>
      void answer('stat', options, async () => ({ stats: { size: (await stat(options.path)).size } })),
    getFileInfo: (
      options: Callbacks<{ size: number; digest?: string }> & { filePath: string; digestAlgorithm?: string },
    ) =>
      void answer<{ size: number; digest?: string }>('getFileInfo', options, async () => {
        const { size } = await stat(options.filePath)
        const algorithm = options.digestAlgorithm
        if (algorithm === undefined) return { size }
        return {
          size,
          digest: createHash(algorithm)
            .update(await readFile(options.filePath))
            .digest('hex'),
        }
      }),
    copyFile: (options: Callbacks<object> & { srcPath: string; destPath: string }) =>
      void answer('copyFile', options, async () => {
        if (phone.filesFull) throw new WxFailure('copyFile', 'the maximum size of the file storage limit is exceeded')
        await copyFile(options.srcPath, options.destPath)
        return {}
      }),
    readFile: (
      options: Callbacks<{ data: string | ArrayBuffer }> & {
        filePath: string
        encoding?: BufferEncoding
        position?: number
        length?: number
      },
    ) =>
      void answer('readFile', options, async () => {
        const { position = 0, length = Infinity } = options
        const bytes = (await readFile(options.filePath)).subarray(position, position + length)
        return { data: options.encoding ? bytes.toString(options.encoding) : new Uint8Array(bytes).buffer }
      }),
    readdirSync: (folder: string) => readdirSync(folder),
    unlink: (options: Callbacks<object> & { filePath: string }) =>
      void answer('unlink', options, async () => {
        await unlink(options.filePath)
        return {}
      }),
  }),
  /** jsdom draws nothing: a test that signs puts the drawn file into `phone.files` first. */
  canvasToTempFilePath: (options: Callbacks<{ tempFilePath: string }>) =>
    answer('canvasToTempFilePath', options, () => {
      const [drawn] = phone.files.splice(0, 1)
      if (drawn === undefined) throw new WxFailure('canvasToTempFilePath', 'nothing was drawn')
      return { tempFilePath: drawn.path }
    }),

  request(options: RequestOptions) {
    const running = send(options.url, {
      method: options.method ?? 'GET',
      headers: { ...options.header },
      ...(options.data === undefined ? {} : { body: Buffer.from(JSON.stringify(options.data)) }),
    })
    const over = answer<{ statusCode: number; data: unknown }>('request', options, async () => {
      const { statusCode, body } = await running.done
      return { statusCode, data: parsed(body.toString()) }
    })
    over.catch(() => undefined)
    return task(running, over)
  },
  uploadFile(options: UploadOptions) {
    const body = uploadBody(options.filePath, options.name, options.formData ?? {})
    const running = send(options.url, {
      method: 'POST',
      headers: { ...options.header, ...body.getHeaders() },
      body,
    })
    const over = answer<{ statusCode: number; data: string }>('uploadFile', options, async () => {
      const answered = await running.done
      return { statusCode: answered.statusCode, data: answered.body.toString() }
    })
    over.catch(() => undefined)
    return task(running, over)
  },
  downloadFile(options: Callbacks<{ statusCode: number; tempFilePath: string }> & { url: string; header?: Headers }) {
    const running = send(options.url, { method: 'GET', headers: { ...options.header } })
    const over = answer<{ statusCode: number; tempFilePath: string }>('downloadFile', options, async () => {
      const answered = await running.done
      return { statusCode: answered.statusCode, tempFilePath: keepDownload(answered.body) }
    })
    over.catch(() => undefined)
    return task(running, over)
  },

  /** WeChat Cloud as the sandbox's gateway plays it, so that platform/cloud/wechat.ts can be journeyed as well. */
  cloud: {
    init: (): void => undefined,
    callFunction: (options: Callbacks<{ result: unknown }> & { name: string; data: unknown }) =>
      answer<{ result: unknown }>('cloud.callFunction', options, async () => {
        const header = { 'x-sandbox-citizen': phone.citizen }
        const url = `${phone.gateway}/invoke/${options.name}`
        return cloudAnswer('cloud.callFunction', await post(url, header, JSON.stringify({ data: options.data })))
      }),
    uploadFile(options: Callbacks<{ fileID: string; statusCode: number }> & { cloudPath: string; filePath: string }) {
      const body = uploadBody(options.filePath, 'file', { cloudPath: options.cloudPath })
      const headers = { 'x-sandbox-citizen': phone.citizen, ...body.getHeaders() }
      const running = send(`${phone.gateway}/upload`, { method: 'POST', headers, body })
      const over = answer<{ fileID: string; statusCode: number }>('cloud.uploadFile', options, async () => {
        const { body: answered, statusCode } = await running.done
        return { statusCode, fileID: '', ...cloudAnswer('cloud.uploadFile', parsed(answered.toString())) }
      })
      over.catch(() => undefined)
      return task(running, over)
    },
  },
}

/** The gateway's refusal, as WeChat's SDK would throw it. */
function cloudAnswer(api: string, body: unknown): { result: unknown } {
  if (typeof body !== 'object' || body === null) throw new WxFailure(api, 'errCode: -404011 empty answer', -404011)
  if ('errCode' in body) {
    const text = 'errMsg' in body ? String(body.errMsg) : ''
    throw new WxFailure(api, text, Number(body.errCode))
  }
  return { result: undefined, ...body }
}
