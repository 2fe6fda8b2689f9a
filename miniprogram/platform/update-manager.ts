/**
 * WeChat looks for a new version at each cold start and fetches it while the old one runs; `ready` is called when it is
 * there. What could not be fetched is tried again at the next cold start, and meanwhile nothing is lost: nobody is told.
 */
export function onNewVersion(ready: () => void): void {
  wx.getUpdateManager().onUpdateReady(ready)
}

/** Ends the mini-program and starts the new version. Only after `onNewVersion`; otherwise that happens at a cold start. */
export function restartIntoNewVersion(): void {
  wx.getUpdateManager().applyUpdate()
}
