/** True when something between the touched node and the owner scrolls by itself: that scrolling goes on. */
function scrollsInside(target: EventTarget | null, owner: HTMLElement): boolean {
  for (let node = target instanceof Element ? target : null; node && node !== owner; node = node.parentElement) {
    const { overflowY } = getComputedStyle(node)
    if (/(auto|scroll)/.test(overflowY) && node.scrollHeight > node.clientHeight) return true
  }
  return false
}

/**
 * `catchtouchmove`: a finger that moves on this element does not scroll the page below it. The engine's own way is a
 * listener on the body, which browsers keep passive, and which would hold for every element at once.
 */
export function holdPageStill(element: HTMLElement): void {
  element.addEventListener(
    'touchmove',
    (event) => {
      if (event.cancelable && !scrollsInside(event.target, element)) event.preventDefault()
    },
    { passive: false },
  )
}
