/** What was opened comes up from behind the bar at the bottom. @param selector of the page */
export function scrollUpTo(selector: string): void {
  void wx.pageScrollTo({ selector, offsetTop: -12, duration: 200 })
}

/** The page shows its beginning, at once. */
export function scrollToTop(): void {
  void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
}
