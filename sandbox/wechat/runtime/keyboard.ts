/** What WeChat's computer client lets the keyboard reach and press: the controls, as a screen reader names them. */
const CONTROLS: ReadonlySet<string> = new Set(['button', 'radio', 'checkbox', 'tab', 'switch', 'link'])
/** The browser presses its own. */
const NATIVE = 'input, textarea, button, select, a'

const isControl = (role: unknown): boolean => typeof role === 'string' && CONTROLS.has(role)

/** What the keyboard reaches besides controls: a part that scrolls, to scroll it. */
export const isReached = (role: unknown): boolean => isControl(role) || role === 'region'

/** Calls `press` for the control that has the focus, on Enter and on the space bar. */
export function followKeyboard(press: (control: HTMLElement, event: Event) => void): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if ((key !== 'Enter' && key !== ' ') || event.isComposing || !(target instanceof HTMLElement)) return
    if (target.matches(NATIVE) || !isControl(target.getAttribute('role'))) return
    // The space bar would scroll the page.
    event.preventDefault()
    if (target.getAttribute('aria-disabled') !== 'true') press(target, event)
  })
}
