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

/** Follows the server's builds: reload after a good one, an overlay after a broken one. */
export function followBuilds(): void {
  const source = new EventSource('/host/events')
  source.addEventListener('reload', () => location.reload())
  source.addEventListener('version', (event: MessageEvent<string>) => {
    window.dispatchEvent(new CustomEvent<VersionNews>(VERSION_EVENT, { detail: JSON.parse(event.data) as VersionNews }))
  })
  source.addEventListener('broken', (event: MessageEvent<string>) => {
    showErrorOverlay('构建失败 · Build failed', (JSON.parse(event.data) as { message: string }).message)
  })
}
