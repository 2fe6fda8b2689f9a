import { type CalendarEntry, startOf } from '../../wx-rules/calendar'
import { checkTemplates, subscriptionAnswers } from '../../wx-rules/subscriptions'
import { currentCitizen } from '../citizen'
import { feedback } from './feedback'
import { type Options, settle } from './outcome'

const done = (name: string, options: Options | undefined): unknown => settle(name, options, () => ({}))

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Without permission (http on another host, a test): the old way works on a focused field.
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}

/** WeChat keeps the number of messages that the citizen allows; here the sandbox's cloud does. */
async function grantConsent(templateIds: readonly string[]): Promise<void> {
  const answer = await fetch(`${globalThis.sandboxHost.gatewayUrl}/consent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sandbox-citizen': currentCitizen() },
    body: JSON.stringify({ templateIds }),
  })
  if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`)
}

let clipboard = ''

/** What the phone itself does: clipboard, calls, consent, subscriptions. The host shows what the phone would do. */
export const phoneFunctions = {
  setClipboardData: (options: Options & { data: string }): unknown =>
    settle('setClipboardData', options, async () => {
      clipboard = options.data
      await copy(options.data)
      void feedback.showToast({ title: '内容已复制' })
      return {}
    }),
  getClipboardData: (options?: Options): unknown => settle('getClipboardData', options, () => ({ data: clipboard })),
  addPhoneCalendar: (options: CalendarEntry): unknown =>
    settle('addPhoneCalendar', options, async () => {
      const at = new Date(startOf(options) * 1000).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })
      const answer = feedback.showModal({
        title: '添加到手机日历',
        content: `${options.title ?? ''}\n${at}`,
      }) as Promise<{
        confirm: boolean
      }>
      if (!(await answer).confirm) throw new Error('cancel')
      return {}
    }),
  // A browser has neither fingerprint nor face.
  checkIsSupportSoterAuthentication: (options?: Options): unknown =>
    settle('checkIsSupportSoterAuthentication', options, () => ({ supportMode: [] })),
  checkIsSoterEnrolledInDevice: (options: Options): unknown =>
    settle('checkIsSoterEnrolledInDevice', options, () => ({ isEnrolled: false })),
  startSoterAuthentication: (options: Options): unknown =>
    settle('startSoterAuthentication', options, () => {
      throw new Error('not support')
    }),
  makePhoneCall: (options: Options & { phoneNumber: string }): unknown =>
    settle('makePhoneCall', options, async () => {
      const answer = feedback.showModal({ title: '拨打电话', content: options.phoneNumber }) as Promise<{
        confirm: boolean
      }>
      if (!(await answer).confirm) throw new Error('cancel')
      return {}
    }),
  openLocation: (options: Options & { name?: string; address?: string }): unknown =>
    settle('openLocation', options, async () => {
      await feedback.showModal({ title: options.name ?? '位置', content: options.address ?? '' })
      return {}
    }),
  vibrateShort: (options?: Options): unknown => done('vibrateShort', options),
  vibrateLong: (options?: Options): unknown => done('vibrateLong', options),
  setKeepScreenOn: (options?: Options): unknown => done('setKeepScreenOn', options),
  hideKeyboard: (options?: Options): unknown =>
    settle('hideKeyboard', options, () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      return {}
    }),
  login: (options?: Options): unknown => settle('login', options, () => ({ code: 'sandbox-login-code' })),
  checkSession: (options?: Options): unknown => done('checkSession', options),
  getSetting: (options?: Options): unknown =>
    settle('getSetting', options, () => ({
      authSetting: { 'scope.writePhotosAlbum': true, 'scope.userLocation': true },
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
    })),
  openSetting: (options?: Options): unknown => settle('openSetting', options, () => ({ authSetting: {} })),
  authorize: (options: Options): unknown => done('authorize', options),
  getPrivacySetting: (options?: Options): unknown =>
    settle('getPrivacySetting', options, () => ({
      needAuthorization: false,
      privacyContractName: '《用户隐私保护指引》',
    })),
  requirePrivacyAuthorize: (options?: Options): unknown => done('requirePrivacyAuthorize', options),
  openPrivacyContract: (options?: Options): unknown =>
    settle('openPrivacyContract', options, async () => {
      await feedback.showModal({
        title: '用户隐私保护指引',
        content: '在微信中，这里会打开小程序的用户隐私保护指引。',
        ...{ showCancel: false },
      })
      return {}
    }),
  onNeedPrivacyAuthorization: (): void => {},
  /** One consent is one message: the citizen is asked each time, and each template gets the same answer. */
  requestSubscribeMessage: (options: Options & { tmplIds: string[] }): unknown =>
    settle('requestSubscribeMessage', options, async () => {
      checkTemplates(options.tmplIds)
      const answer = feedback.showModal({
        title: '订阅消息',
        content: '允许本小程序发送一次办理进度通知吗？',
        ...{ confirmText: '允许', cancelText: '取消' },
      }) as Promise<{ confirm: boolean }>
      const agreed = (await answer).confirm
      if (agreed) await grantConsent(options.tmplIds)
      return subscriptionAnswers(options.tmplIds, agreed)
    }),
}
