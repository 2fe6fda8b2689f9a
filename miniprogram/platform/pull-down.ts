/** The page was pulled down and is fresh again: WeChat would turn its wheel for ever (页面下拉刷新). */
export function endPullDown(): void {
  void wx.stopPullDownRefresh()
}
