/**
 * WeChat raises a tap and nothing else. A browser lets mouse events and a click follow, and they meet what then lies
 * under the finger: what the tap has opened, or a control that moved there meanwhile. Those that meet something else
 * than what the finger was put on go nowhere.
 */
let pressed: Element | null = null
/** What had the focus before the tap. */
let focused: Element | null = null

window.addEventListener(
  'pointerdown',
  ({ target }) => {
    pressed = target instanceof Element ? target : null
    focused = document.activeElement
  },
  true,
)

const isGhost = ({ target, isTrusted }: Event): boolean =>
  isTrusted && pressed !== null && target instanceof Element && !pressed.contains(target) && !target.contains(pressed)

/** As in WeChat, a tap beside a field ends typing; what the tap itself has focused keeps the focus. */
function leaveField(): void {
  if (document.activeElement === focused && focused instanceof HTMLElement && !focused.contains(pressed)) focused.blur()
}

for (const type of ['mousedown', 'mouseup', 'click']) {
  window.addEventListener(
    type,
    (event) => {
      if (isGhost(event)) {
        // Also no focus, which would bring up a keyboard.
        event.preventDefault()
        event.stopImmediatePropagation()
        leaveField()
      }
      // A click that follows this one is not the finger's: a label passes its own on to its field.
      if (type === 'click') pressed = null
    },
    true,
  )
}
