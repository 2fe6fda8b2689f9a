import { type CalendarEntry, startOf } from '../../sandbox/wechat/wx-rules/calendar'
import { appBase, device, TOURIST, windowInfo } from '../../sandbox/wechat/wx-rules/device'
import {
  documentType,
  isOffered,
  mediaChoice,
  mediaFile,
  messageFile,
  type MessageFileChoice,
  NO_CANVAS,
  UNREADABLE_PICTURE,
} from '../../sandbox/wechat/wx-rules/files'
import { type Options, Refusal, settle } from '../../sandbox/wechat/wx-rules/outcome'
import { privacyRefusal } from '../../sandbox/wechat/wx-rules/privacy'
import { checkVisit, FIRST_PAGE, type Visit } from '../../sandbox/wechat/wx-rules/routes'
import { checkTemplates, subscriptionAnswers } from '../../sandbox/wechat/wx-rules/subscriptions'
import { EventChannel } from '../../sandbox/wechat/runtime/event-channel'
import { parsePageUrl } from '../../sandbox/wechat/runtime/url'
import { MINIPROGRAM_PAGES, phone } from './phone'
import { checkFile, fileSystem } from './wx-files'
import {
  getStorage,
  getStorageInfoSync,
  getStorageSync,
  removeStorage,
  removeStorageSync,
  setStorage,
  setStorageSync,
} from './wx-storage'
import { cloud, downloadFile, request, uploadFile } from './wx-transfer'

interface ModalOptions extends Options {
  title?: string
  content?: string
}
type NetworkListener = (change: { isConnected: boolean; networkType: string }) => void

/** Records the visit; the page itself is opened by the test (`openVisited`), and one at a time. */
function visit(verb: Exclude<Visit, 'reLaunch'>, options: Options & { url: string }) {
  return settle(verb, options, () => {
    const { path } = parsePageUrl(options.url, '')
    checkVisit(verb, path, MINIPROGRAM_PAGES, phone.pages.length)
    phone.visits.push({ verb, url: options.url })
    return verb === 'navigateTo' ? { eventChannel: EventChannel.pair()[0] } : {}
  })
}

/** What an interface that the privacy guide covers does before anything else. */
function checkPrivacy(): void {
  if (phone.privacyErrno !== 0) throw privacyRefusal(phone.privacyErrno)
}

/** WeChat changes its tab bar only while it shows. */
function checkTabPage(): void {
  const { route } = (phone.pages.at(-1) ?? {}) as { route?: string }
  if (route !== undefined && !MINIPROGRAM_PAGES.isTab(route)) throw new Error('not TabBar page')
}

/** Takes the next of `phone.files`, as the phone's own picture. */
function nextFile(otherwise: string): { tempFilePath: string } {
  const [made] = phone.files.splice(0, 1)
  if (made === undefined) throw new Error(otherwise)
  return { tempFilePath: made.path }
}

/** jsdom lays nothing out: every selector finds nothing, one null each. */
function emptyQuery() {
  let asked = 0
  const query = {
    in: () => query,
    select() {
      asked += 1
      return query
    },
    fields: () => query,
    boundingClientRect: () => query,
    exec: (done: (results: null[]) => void) => void setTimeout(() => done(Array.from({ length: asked }, () => null))),
  }
  return query
}

/** Every wx API that the mini-program uses, backed by `phone`, real files and real HTTP. */
export const wxStub = {
  getStorageSync,
  getStorageInfoSync,
  setStorageSync,
  removeStorageSync,
  setStorage,
  getStorage,
  removeStorage,

  navigateTo: (options: Options & { url: string }) => visit('navigateTo', options),
  redirectTo: (options: Options & { url: string }) => visit('redirectTo', options),
  switchTab: (options: Options & { url: string }) => visit('switchTab', options),
  navigateBack: (options?: Options) =>
    settle('navigateBack', options, () => {
      if (phone.pages.length <= 1) throw new Error(FIRST_PAGE)
      phone.visits.push({ verb: 'navigateBack', url: '' })
      return {}
    }),
  pageScrollTo: (options?: Options) => settle('pageScrollTo', options, () => ({})),
  nextTick: (callback: () => void): void => void setTimeout(callback, 0),
  /** jsdom lays nothing out and draws nothing: a query finds no node. A test that draws puts its own in place. */
  createSelectorQuery: emptyQuery,

  showToast: (options: Options & { title: string }) =>
    settle('showToast', options, () => {
      phone.toasts.push(options.title)
      return {}
    }),
  showModal: (options: ModalOptions) =>
    settle('showModal', options, () => {
      phone.modals.push({ title: options.title ?? '', content: options.content ?? '' })
      return { confirm: phone.agrees, cancel: !phone.agrees }
    }),
  showLoading: (options: Options & { title: string }) => {
    phone.loadingShown = true
    return settle('showLoading', options, () => ({}))
  },
  hideLoading: (options?: Options) => {
    phone.loadingShown = false
    return settle('hideLoading', options, () => ({}))
  },
  showActionSheet: (options: Options & { itemList: string[] }) =>
    settle('showActionSheet', options, () => ({ tapIndex: 0 })),
  setNavigationBarTitle: (options: Options & { title: string }) =>
    settle('setNavigationBarTitle', options, () => {
      phone.titles.push(options.title)
      return {}
    }),
  setNavigationBarColor: (options: Options & { frontColor: string; backgroundColor: string }) =>
    settle('setNavigationBarColor', options, () => {
      phone.bars.navigation = options.backgroundColor
      return {}
    }),
  setBackgroundColor: (options: Options & { backgroundColor: string }) =>
    settle('setBackgroundColor', options, () => {
      phone.bars.background = options.backgroundColor
      return {}
    }),
  hideTabBar: (options?: Options) =>
    settle('hideTabBar', options, () => {
      checkTabPage()
      phone.tabBarHidden = true
      return {}
    }),
  showTabBar: (options?: Options) =>
    settle('showTabBar', options, () => {
      checkTabPage()
      phone.tabBarHidden = false
      return {}
    }),
  setTabBarStyle: (options: Options & { backgroundColor: string }) =>
    settle('setTabBarStyle', options, () => {
      checkTabPage()
      phone.bars.tabs = options.backgroundColor
      return {}
    }),
  setTabBarItem: (options: Options & { index: number; iconPath: string }) =>
    settle('setTabBarItem', options, () => {
      checkTabPage()
      phone.bars.tabIcon = options.iconPath
      return {}
    }),
  getAppBaseInfo: () => ({ ...appBase, theme: phone.theme }),
  onThemeChange: (listener: (change: { theme: 'light' | 'dark' }) => void) => void phone.themeListeners.add(listener),
  vibrateShort: (options: Options) =>
    settle('vibrateShort', options, () => {
      phone.ticks += 1
      return {}
    }),
  makePhoneCall: (options: Options & { phoneNumber: string }) =>
    settle('makePhoneCall', options, () => {
      if (!phone.agrees) throw new Error('cancel')
      phone.called.push(options.phoneNumber)
      return {}
    }),
  addPhoneCalendar: (options: CalendarEntry) =>
    settle('addPhoneCalendar', options, () => {
      const start = startOf(options)
      checkPrivacy()
      if (!phone.agrees) throw new Error('cancel')
      phone.calendar.push({ title: options.title ?? '', start })
      return {}
    }),
  checkIsSupportSoterAuthentication: (options?: Options) =>
    settle('checkIsSupportSoterAuthentication', options, () => ({
      supportMode: phone.owner === 'no-sensor' ? [] : ['fingerPrint'],
    })),
  checkIsSoterEnrolledInDevice: (options: Options) =>
    settle('checkIsSoterEnrolledInDevice', options, () => ({ isEnrolled: phone.owner !== 'no-sensor' })),
  startSoterAuthentication: (options: Options) =>
    settle('startSoterAuthentication', options, () => {
      phone.touches += 1
      if (phone.owner === 'no-sensor') throw new Error('not support')
      if (phone.owner === 'closes') throw new Refusal('cancel', { errCode: 90_008 })
      return { authMode: 'fingerPrint' }
    }),
  stopPullDownRefresh: (options?: Options) =>
    settle('stopPullDownRefresh', options, () => {
      phone.pullDowns += 1
      return {}
    }),
  openLocation: (options: Options & { latitude: number; longitude: number; name?: string }) =>
    settle('openLocation', options, () => {
      phone.opened.push(`map ${options.latitude},${options.longitude} ${options.name ?? ''}`)
      return {}
    }),
  setClipboardData: (options: Options & { data: string }) =>
    settle('setClipboardData', options, () => {
      checkPrivacy()
      phone.clipboard = options.data
      return {}
    }),

  openPrivacyContract: (options?: Options) =>
    settle('openPrivacyContract', options, () => {
      phone.opened.push('privacy-guide')
      return {}
    }),

  /** What the citizen answers is `phone.agrees`, for each template alike; `phone.subscriptionFailure` is WeChat's error. */
  requestSubscribeMessage: (options: Options & { tmplIds: readonly string[] }) =>
    settle('requestSubscribeMessage', options, () => {
      checkTemplates(options.tmplIds)
      if (phone.subscriptionFailure !== 0) throw new Refusal('', { errCode: phone.subscriptionFailure })
      phone.subscriptions.push([...options.tmplIds])
      return subscriptionAnswers(options.tmplIds, phone.agrees)
    }),

  getNetworkType: (options?: Options) =>
    settle('getNetworkType', options, () => ({ networkType: phone.online ? 'wifi' : 'none' })),
  onNetworkStatusChange: (listener: NetworkListener): void => void phone.networkListeners.add(listener),
  offNetworkStatusChange: (listener?: NetworkListener): void =>
    listener ? void phone.networkListeners.delete(listener) : phone.networkListeners.clear(),
  getAccountInfoSync: () => ({
    miniProgram: { ...TOURIST, appId: phone.appId, envVersion: phone.envVersion },
  }),
  getUpdateManager: () => ({
    onCheckForUpdate: (): void => undefined,
    onUpdateReady: (listener: () => void): void => void phone.updateListeners.add(listener),
    onUpdateFailed: (): void => undefined,
    applyUpdate: (): void => void (phone.restarts += 1),
  }),
  /** Asked for by TDesign when its components load. */
  getDeviceInfo: () => ({ ...device }),
  getWindowInfo: () => windowInfo({ width: 375, height: 667 }, { width: 375, height: 667 }, 2),

  chooseMedia: (options: Options & { count: number }) =>
    settle('chooseMedia', options, () => {
      checkPrivacy()
      const chosen = phone.files.splice(0, options.count)
      if (chosen.length === 0) throw new Error('cancel')
      return mediaChoice(chosen.map(({ path, name, size }) => mediaFile(path, name, size)))
    }),
  chooseMessageFile: (options: Options & MessageFileChoice) =>
    settle('chooseMessageFile', options, () => {
      checkPrivacy()
      const chosen = phone.files.filter(({ name }) => isOffered(name, options)).slice(0, options.count)
      phone.files = phone.files.filter((file) => !chosen.includes(file))
      if (chosen.length === 0) throw new Error('cancel')
      return { tempFiles: chosen.map(({ path, name, size }) => messageFile(path, name, size, Date.now())) }
    }),
  previewImage: (options: Options & { urls: string[] }) =>
    settle('previewImage', options, () => {
      phone.opened.push(...options.urls)
      return {}
    }),
  previewMedia: (options: Options & { sources: { url: string }[] }) =>
    settle('previewMedia', options, () => {
      phone.opened.push(...options.sources.map(({ url }) => url))
      return {}
    }),
  /** A phone that reads HEIC puts the JPEG first into `phone.files`; one that does not fails. */
  compressImage: (options: Options & { src: string }) =>
    settle('compressImage', options, () => {
      checkFile(options.src)
      return nextFile(UNREADABLE_PICTURE)
    }),
  shareFileMessage: (options: Options & { filePath: string; fileName?: string }) =>
    settle('shareFileMessage', options, () => {
      checkFile(options.filePath)
      phone.opened.push(options.fileName ?? options.filePath)
      return {}
    }),
  saveFileToDisk: (options: Options & { filePath: string }) =>
    settle('saveFileToDisk', options, () => {
      checkFile(options.filePath)
      phone.opened.push(`disk:${options.filePath}`)
      return {}
    }),
  openDocument: (options: Options & { filePath: string; fileType?: string }) =>
    settle('openDocument', options, () => {
      documentType(options)
      checkFile(options.filePath)
      phone.opened.push(options.filePath)
      return {}
    }),
  get env() {
    return { USER_DATA_PATH: phone.userDataPath }
  },
  getFileSystemManager: () => fileSystem,
  /** jsdom draws nothing: a test that signs puts the drawn file into `phone.files` first. */
  canvasToTempFilePath: (options: Options) => settle('canvasToTempFilePath', options, () => nextFile(NO_CANVAS)),

  request,
  uploadFile,
  downloadFile,
  cloud,
}
