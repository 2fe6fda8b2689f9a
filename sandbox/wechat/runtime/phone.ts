/** Always runs in the phone's page, also when the last build is broken or missing. */
import { followBuilds, showErrorOverlay } from './live-reload'

globalThis.process ??= { env: {} }
followBuilds()
window.addEventListener(
  'error',
  (event) => {
    if (event.target === window) return
    // A script that could not be loaded, not an exception: there has been no good build yet.
    if (event.target instanceof HTMLScriptElement) showErrorOverlay('等待构建 · Waiting for a build', event.target.src)
  },
  true,
)

declare global {
  /** Some libraries read `process.env` in the browser. */
  var process: { env: Record<string, string> }
}
