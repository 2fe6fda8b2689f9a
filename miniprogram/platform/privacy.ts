import { confirm, tell } from './feedback'
import { errorText, wasCancelled } from './wechat-error'

/** What WeChat is asked for, in words that fit the sentences below. */
export interface PrivateAct {
  /** What the citizen wants, e.g. 复制. */
  readonly act: string
  /** The way without it: one sentence, with its full stop. */
  readonly otherwise: string
  /** What the phone itself must allow WeChat to use, e.g. 相机; absent = nothing. */
  readonly phoneSetting?: string
}

/** WeChat: the citizen said no in a window that asks for the permission and the guide at once. */
const REFUSED = 103
/** WeChat: the citizen did not agree to the guide; it is not asked again within 10 seconds. */
const NOT_AGREED = 104
/** WeChat: the guide does not declare this interface (deploy/privacy.json). */
const UNDECLARED = 112

/**
 * Calls an interface that the privacy guide covers: the only way to one. Resolves with null when nothing came of it: a
 * citizen who cancelled knows, every other reason is told with what helps.
 * Source: developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html, parts 5 and 6.
 */
export async function askWeChat<T>(act: PrivateAct, run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (error) {
    const text = errorText(error)
    if (!wasCancelled(error)) await explain(act, errnoOf(error, text), text)
    return null
  }
}

async function explain({ act, otherwise, phoneSetting }: PrivateAct, errno: number, text: string): Promise<void> {
  if (errno === REFUSED) {
    await tell(
      `您没有允许${act}`,
      `要${act}，请再点一次，在微信的窗口里点“允许”；没有窗口时，点右上角“…”，进“设置”打开。${otherwise}`,
    )
  } else if (errno === NOT_AGREED) {
    const wantsToRead = await confirm({
      title: '还没有同意隐私保护指引',
      content: `要${act}，请过 10 秒再点一次，在微信的窗口里点“同意”。${otherwise}`,
      confirmText: '看指引',
      cancelText: '知道了',
    })
    if (wantsToRead) await openPrivacyGuide()
  } else if (errno === UNDECLARED) {
    const number = `${UNDECLARED} ${text.split(':')[0] ?? ''}`.trim()
    await tell(`暂时不能${act}`, `这是小程序的问题，不是您的操作有误。${otherwise}\n请把编号 ${number} 告诉窗口。`)
  } else {
    const allow = phoneSetting === undefined ? '' : `在手机设置里允许微信使用${phoneSetting}，`
    await tell(`没有能够${act}`, `请${allow}再试一次。${otherwise}`)
  }
}

/** WeChat shows the guide itself; where it cannot, the guide is in the menu of the mini-program. */
export function openPrivacyGuide(): Promise<void> {
  return new Promise((resolve) => {
    wx.openPrivacyContract({
      success: () => resolve(),
      fail: () => resolve(tell('隐私保护指引没有打开', '请点右上角“…”，再点小程序的名称，在介绍页里查看。')),
    })
  })
}

/** The two refusals for want of a declaration have a text of their own; the second has no number. */
function errnoOf(error: unknown, text: string): number {
  if (/not declared in the privacy agreement|privacy api banned/i.test(text)) return UNDECLARED
  const errno: unknown = typeof error === 'object' && error !== null && 'errno' in error ? error.errno : undefined
  return typeof errno === 'number' ? errno : 0
}
