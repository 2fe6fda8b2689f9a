/** The page shows its beginning, at once. */
export function scrollToTop(): void {
  void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
}
