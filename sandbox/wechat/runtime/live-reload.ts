/** Shows what broke, over everything; a good build takes it away by reloading the page. */
export function showErrorOverlay(title: string, text: string): void {
  document.getElementById('error-overlay')?.remove()
  const overlay = document.createElement('section')
  overlay.id = 'error-overlay'
  overlay.setAttribute('role', 'alert')
  const heading = document.createElement('h2')
  heading.textContent = title
  const body = document.createElement('pre')
  body.textContent = text
  overlay.append(heading, body)
  document.body.append(overlay)
}

/** What the server says of a new version; the program, a script of its own, hears it from the window. */
export const VERSION_EVENT = 'sandbox-version'
export interface VersionNews {
  /** false = it could not be fetched. */
  readonly isReady: boolean
}

type News = { readonly kind: 'reload' | 'version' | 'broken'; readonly data: string } | { readonly kind: 'opened' }

function take(news: News): void {
  if (news.kind === 'reload') location.reload()
  if (news.kind === 'version') {
    window.dispatchEvent(new CustomEvent<VersionNews>(VERSION_EVENT, { detail: JSON.parse(news.data) as VersionNews }))
  }
  if (news.kind === 'broken') {
    showErrorOverlay('构建失败 · Build failed', (JSON.parse(news.data) as { message: string }).message)
  }
}

/**
 * Follows the server's builds: reload after a good one, an overlay after a broken one. One tab listens and tells the others:
 * a browser has six connections to a server for all of its tabs, and each that listens would hold one.
 */
export function followBuilds(): void {
  const tabs = new BroadcastChannel('sandbox-builds')
  /** What a tab that opens later has to hear, known to the tab that listens. */
  let broken: News | undefined
  tabs.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if (data.kind !== 'opened') take(data)
    else if (broken) tabs.postMessage(broken)
  })
  tabs.postMessage({ kind: 'opened' })
  void navigator.locks.request('sandbox-builds', () => {
    const source = new EventSource('/host/events')
    for (const kind of ['version', 'broken', 'reload'] as const) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        const news: News = { kind, data }
        broken = kind === 'broken' ? news : kind === 'reload' ? undefined : broken
        tabs.postMessage(news)
        take(news)
      })
    }
    // Until this tab is closed; then another one listens.
    return new Promise<never>(() => undefined)
  })
}
