import { type Page } from './page-stack'

/** WeChat's default distance from the bottom that raises onReachBottom, in px. */
const REACH_BOTTOM_PX = 50

/** A pull of this length, in px, at the top of a page refreshes it. */
const PULL_PX = 80

/** Raises onPageScroll, onReachBottom and onPullDownRefresh of a page. */
export function watchScrolling(page: Page): void {
  const { element } = page
  let wasAtBottom = false
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = element
    page.instance.onPageScroll?.({ scrollTop })
    const left = scrollHeight - clientHeight - scrollTop
    const isAtBottom = left <= (page.window.onReachBottomDistance ?? REACH_BOTTOM_PX)
    if (isAtBottom && !wasAtBottom) page.instance.onReachBottom?.()
    wasAtBottom = isAtBottom
  })
  let start: number | undefined
  element.addEventListener('touchstart', (event) => {
    start =
      element.scrollTop === 0 && page.window.enablePullDownRefresh === true ? event.touches[0]?.clientY : undefined
  })
  element.addEventListener('touchend', (event) => {
    const end = event.changedTouches[0]?.clientY
    if (start !== undefined && end !== undefined && end - start > PULL_PX) page.instance.onPullDownRefresh?.()
    start = undefined
  })
}
