import { VERSION_EVENT, type VersionNews } from '../live-reload'
import { Listeners } from './listeners'

/**
 * WeChat's one update manager: developers.weixin.qq.com/miniprogram/dev/api/base/update/wx.getUpdateManager.html. A build
 * while somebody develops reloads at once (live-reload.ts); a new version comes when the server says so.
 */
export function updateManager(): () => object {
  const [checked, ready, failed] = [new Listeners(), new Listeners(), new Listeners()]
  let isReady = false
  window.addEventListener(VERSION_EVENT, (event) => {
    const { detail } = event as CustomEvent<VersionNews>
    isReady = detail.isReady
    checked.emit({ hasUpdate: true })
    ;(isReady ? ready : failed).emit({})
  })
  const manager = {
    onCheckForUpdate: checked.on,
    onUpdateReady: ready.on,
    onUpdateFailed: failed.on,
    /** WeChat does nothing before the new version was fetched. */
    applyUpdate: () => {
      if (isReady) location.reload()
    },
  }
  return () => manager
}
