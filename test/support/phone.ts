import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { TOURIST } from '../../sandbox/wechat/wx-rules/device'
import type { PageTable } from '../../sandbox/wechat/wx-rules/routes'
import { roomOf } from '../../sandbox/wechat/wx-rules/storage'

const APP = JSON.parse(readFileSync(resolve(__dirname, '../../miniprogram/app.json'), 'utf8')) as {
  pages: string[]
  subpackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string }[] }
}
const ROUTES = new Set([
  ...APP.pages,
  ...APP.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
])
const TABS = new Set(APP.tabBar.list.map(({ pagePath }) => pagePath))

/** The mini-program's own pages, as app.json lists them. */
export const MINIPROGRAM_PAGES: PageTable = { has: (route) => ROUTES.has(route), isTab: (route) => TABS.has(route) }

/** The phone that the jest stub of wx stands in for: what a test sets up, and what it can look at afterwards. */
export interface Phone {
  /** Address of the gateway that wx.cloud reaches; wx.request goes wherever it is told to. */
  gateway: string
  citizen: string
  appId: string
  envVersion: 'develop' | 'trial' | 'release'
  storage: Map<string, unknown>
  /** Storage refuses to write (full). */
  storageFull: boolean
  online: boolean
  /** The program's own folder; it outlives a restart. */
  userDataPath: string
  /** The folder refuses to take more (200 MB). */
  filesFull: boolean
  networkListeners: Set<(change: { isConnected: boolean; networkType: string }) => void>
  /** Files that the next choice hands out, in order. */
  files: { path: string; name: string; size: number }[]
  toasts: string[]
  /** Titles that the navigation bar was given, oldest first. */
  titles: string[]
  modals: { title: string; content: string }[]
  /** What the citizen answers to a modal: true = confirm. */
  agrees: boolean
  loadingShown: boolean
  /** Light or dark. */
  theme: 'light' | 'dark'
  tabBarHidden: boolean
  themeListeners: Set<(change: { theme: 'light' | 'dark' }) => void>
  /** Colours that WeChat's bars were given by hand; '' = those of theme.json. */
  bars: { navigation: string; background: string; tabs: string; tabIcon: string }
  /** Templates of each window that asked for subscription messages. */
  subscriptions: string[][]
  /** WeChat's errCode instead of a window; 0 = none. */
  subscriptionFailure: number
  /** Pages asked for, oldest first. */
  visits: { verb: 'navigateTo' | 'redirectTo' | 'switchTab' | 'navigateBack'; url: string }[]
  /** Stack that getCurrentPages answers. */
  pages: object[]
  clipboard: string
  /** Who is there when the phone asks for a finger. */
  owner: 'no-sensor' | 'touches' | 'closes'
  /** How often it asked. */
  touches: number
  /** How often it was felt in the hand. */
  ticks: number
  /** WeChat's errno for every interface that the privacy guide covers (103, 104, 112); 0 = allowed. */
  privacyErrno: 0 | 103 | 104 | 112
  opened: string[]
  /** Numbers that were dialled. */
  called: string[]
  /** Entries that the phone's calendar got; `start` in s since the epoch. */
  calendar: { title: string; start: number }[]
  /** How often a page said that it is fresh again. */
  pullDowns: number
  /** Who waits for a new version to be fetched; a test calls them. */
  updateListeners: Set<() => void>
  /** Restarts into a new version. */
  restarts: number
}

function freshPhone(): Phone {
  return {
    gateway: '',
    citizen: 'citizen-1',
    appId: TOURIST.appId,
    envVersion: TOURIST.envVersion,
    storage: new Map(),
    storageFull: false,
    online: true,
    userDataPath: mkdtempSync(join(tmpdir(), 'phone-')),
    filesFull: false,
    networkListeners: new Set(),
    files: [],
    toasts: [],
    titles: [],
    modals: [],
    agrees: true,
    loadingShown: false,
    theme: 'light',
    tabBarHidden: false,
    themeListeners: new Set(),
    bars: { navigation: '', background: '', tabs: '', tabIcon: '' },
    subscriptions: [],
    subscriptionFailure: 0,
    visits: [],
    pages: [],
    clipboard: '',
    owner: 'no-sensor',
    touches: 0,
    ticks: 0,
    privacyErrno: 0,
    opened: [],
    called: [],
    calendar: [],
    pullDowns: 0,
    updateListeners: new Set(),
    restarts: 0,
  }
}

/** One phone per test file; `resetPhone` before each test. */
export const phone: Phone = freshPhone()

export function resetPhone(): void {
  Object.assign(phone, freshPhone())
}

/** Does the phone keep a secret of this name? */
export const keeps = (key: string): boolean => phone.storage.has(roomOf({ key, encrypt: true }))
