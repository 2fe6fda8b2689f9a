/**
 * On a desktop a mouse acts as a finger: @vant/touch-emulator turns its events into touches, which Taro's buttons,
 * forms and swipes need. Taro's picker wheel listens to both and would count every move twice, so it gets the mouse only.
 */
import '@vant/touch-emulator'

const TAKES_MOUSE_ITSELF = '.weui-picker__group'

for (const type of ['touchstart', 'touchmove', 'touchend']) {
  window.addEventListener(
    type,
    (event) => {
      const isEmulated = !event.isTrusted
      if (isEmulated && event.target instanceof Element && event.target.closest(TAKES_MOUSE_ITSELF)) {
        event.stopImmediatePropagation()
      }
    },
    true,
  )
}
