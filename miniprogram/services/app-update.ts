import { confirm } from '../platform/feedback'
import { isTabInFront } from '../platform/routes'
import { onNewVersion, restartIntoNewVersion } from '../platform/update-manager'
import { isUnderWay, untilDone } from './under-way'

const QUESTION = {
  title: '小程序有新版本',
  content:
    '新版本已经下载好，更新时会重新打开小程序，只要几秒钟。保存的草稿、上传的文件和办件都在。选“以后再说”的，下次打开时自动更新。',
  confirmText: '现在更新',
  cancelText: '以后再说',
} as const

let isReady = false
let wasAsked = false

/** For the start of the app: from now on a new version is offered. */
export function watchForNewVersion(): void {
  onNewVersion(() => {
    isReady = true
    void offerNewVersion()
  })
}

/**
 * For each tab that shows: restarts into the new version when there is one and the citizen agrees. Asked once, and only
 * where nothing can be lost: a tab is in front, so that no form, files, receipt or login is open, and nothing is being
 * saved, uploaded or submitted. Who does not want it now gets it from WeChat at the next cold start.
 */
export async function offerNewVersion(): Promise<void> {
  if (!isReady || wasAsked || !isTabInFront() || isUnderWay()) return
  wasAsked = true
  if (!(await confirm(QUESTION))) return
  // What began behind the question ends first.
  await untilDone()
  restartIntoNewVersion()
}
