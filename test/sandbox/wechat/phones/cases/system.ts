import { type PhoneCase, shape } from '../phone-case'
import { refused } from './media'

const IDS = ['template-a', 'template-b']

export const systemCases: readonly PhoneCase[] = [
  {
    api: 'getAccountInfoSync',
    asks: "is a tourist's copy",
    answers: { miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } },
    run: ({ wx }) => wx.getAccountInfoSync(),
  },
  {
    api: 'getDeviceInfo',
    asks: 'names the device; not a computer',
    answers: {
      brand: 'string',
      model: 'string',
      system: 'string',
      platform: 'devtools',
      benchmarkLevel: 'number',
    },
    run: ({ wx }) => ({ ...(shape(wx.getDeviceInfo()) as object), platform: wx.getDeviceInfo().platform }),
    limit: 'abi, deviceAbi and cpuType are those of Android alone; no stand-in has a processor of its own',
  },
  {
    api: 'getAppBaseInfo',
    asks: 'tells the theme of the phone',
    answers: 'light',
    run: ({ wx }) => wx.getAppBaseInfo().theme,
    limit: 'the base library and the language are those of the stand-ins',
  },
  {
    api: 'onThemeChange',
    asks: 'returns nothing',
    answers: 'undefined',
    run: ({ wx }) => typeof (wx.onThemeChange(() => undefined) as unknown),
    limit: 'the phone’s theme is changed by hand',
  },
  {
    api: 'getWindowInfo',
    asks: 'measures the window',
    answers: {
      windowWidth: 'number',
      windowHeight: 'number',
      screenWidth: 'number',
      screenHeight: 'number',
      screenTop: 'number',
      pixelRatio: 'number',
      statusBarHeight: 'number',
      safeArea: {
        left: 'number',
        top: 'number',
        right: 'number',
        bottom: 'number',
        width: 'number',
        height: 'number',
      },
    },
    run: ({ wx }) => shape(wx.getWindowInfo()),
  },
  {
    api: 'getUpdateManager',
    asks: 'is told of a new version, and puts it in place',
    answers: {
      onCheckForUpdate: 'function',
      onUpdateReady: 'function',
      onUpdateFailed: 'function',
      applyUpdate: 'function',
    },
    run: ({ wx }) => {
      const manager = wx.getUpdateManager()
      const names = ['onCheckForUpdate', 'onUpdateReady', 'onUpdateFailed', 'applyUpdate']
      return Object.fromEntries(names.map((name) => [name, typeof Reflect.get(manager, name)]))
    },
    limit: 'no stand-in gets a new version from WeChat',
  },
  {
    api: 'vibrateShort',
    asks: 'is felt in the hand',
    answers: { ok: {} },
    run: ({ ask }) => ask('vibrateShort', { type: 'medium' }),
    limit: 'the vibration itself needs a phone',
  },
  {
    api: 'makePhoneCall',
    asks: 'calls when the citizen agrees',
    answers: { ok: {} },
    async run({ ask, person }) {
      await person.answers(true)
      return ask('makePhoneCall', { phoneNumber: '022-00000000' })
    },
    limit: 'the call itself needs a telephone',
  },
  {
    api: 'makePhoneCall',
    asks: 'fails when she does not',
    answers: { fail: 'cancel' },
    async run({ ask, person }) {
      await person.answers(false)
      return ask('makePhoneCall', { phoneNumber: '022-00000000' })
    },
  },
  {
    api: 'openLocation',
    asks: 'shows a place',
    answers: { ok: {} },
    async run({ ask, person }) {
      await person.answers(true)
      return ask('openLocation', { latitude: 39.08, longitude: 117.1, name: '办理窗口', address: '虚构大道 1 号' })
    },
    limit: 'only a person sees the map',
  },
  {
    api: 'checkIsSupportSoterAuthentication',
    asks: 'names the ways that the phone has',
    answers: { ok: { supportMode: [] } },
    run: ({ ask }) => ask('checkIsSupportSoterAuthentication', {}),
    limit: 'neither a browser nor the stub has a sensor',
  },
  {
    api: 'checkIsSoterEnrolledInDevice',
    asks: 'says whether somebody has set it up',
    answers: { ok: { isEnrolled: false } },
    run: ({ ask }) => ask('checkIsSoterEnrolledInDevice', { checkAuthMode: 'fingerPrint' }),
    limit: 'neither a browser nor the stub has a sensor',
  },
  {
    api: 'startSoterAuthentication',
    asks: 'fails on a phone without a sensor',
    answers: { fail: 'not support' },
    run: ({ ask }) =>
      ask('startSoterAuthentication', { requestAuthModes: ['fingerPrint'], challenge: 'x', authContent: '确认' }),
    limit: 'what a sensor says needs one',
  },
  {
    api: 'addPhoneCalendar',
    asks: 'takes an entry when the citizen agrees',
    answers: { ok: {} },
    async run({ ask, person }) {
      await person.answers(true)
      return ask('addPhoneCalendar', { title: '补正材料', startTime: 1_796_000_000 })
    },
    limit: 'the calendar is that of a phone',
  },
  {
    api: 'addPhoneCalendar',
    asks: 'fails when she does not',
    answers: { fail: 'cancel' },
    async run({ ask, person }) {
      await person.answers(false)
      return ask('addPhoneCalendar', { title: '补正材料', startTime: 1_796_000_000 })
    },
    limit: 'the words of a phone that refuses are not known',
  },
  refused('addPhoneCalendar', 112, { title: '补正材料', startTime: 1_796_000_000 }),
  {
    api: 'setClipboardData',
    asks: 'takes a text',
    answers: { ok: {} },
    run: ({ ask }) => ask('setClipboardData', { data: '编号' }),
  },
  refused('setClipboardData', 112, { data: '编号' }),
  {
    api: 'openPrivacyContract',
    asks: 'shows the privacy guide',
    answers: { ok: {} },
    async run({ ask, person }) {
      await person.answers(true)
      return ask('openPrivacyContract')
    },
    limit: 'only a person sees it',
  },
  {
    api: 'requestSubscribeMessage',
    asks: 'answers for each template: yes',
    answers: { ok: { 'template-a': 'accept', 'template-b': 'accept' } },
    async run({ ask, person }) {
      await person.answers(true)
      return ask('requestSubscribeMessage', { tmplIds: IDS })
    },
    limit: "ban and filter come from WeChat's own servers",
  },
  {
    api: 'requestSubscribeMessage',
    asks: 'answers for each template: no, which is no failure',
    answers: { ok: { 'template-a': 'reject', 'template-b': 'reject' } },
    async run({ ask, person }) {
      await person.answers(false)
      return ask('requestSubscribeMessage', { tmplIds: IDS })
    },
  },
  {
    api: 'requestSubscribeMessage',
    asks: 'fails for six templates',
    answers: { fail: 'Templates count out of max bounds', errCode: 20003 },
    run: ({ ask }) => ask('requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4', '5', '6'] }),
  },
  {
    api: 'requestSubscribeMessage',
    asks: 'fails for none',
    answers: { fail: "TmplIds can't be empty", errCode: 10001 },
    run: ({ ask }) => ask('requestSubscribeMessage', { tmplIds: [] }),
  },
]
