Page({
  data: { id: '', name: '', from: '', refused: '', depth: 0 },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ id: query.id ?? '', name: decodeURIComponent(query.name ?? ''), depth: getCurrentPages().length })
    this.getOpenerEventChannel().on?.('hello', ({ from }: { from: string }) => this.setData({ from }))
  },
  onBackTap() {
    this.getOpenerEventChannel().emit?.('picked', { text: `选了 ${this.data.id}` })
    void wx.navigateBack()
  },
  onDeeperTap() {
    wx.navigateTo({ url: 'detail?id=8', fail: ({ errMsg }) => this.setData({ refused: errMsg }) })
  },
  onTabTap() {
    wx.navigateTo({ url: '/pages/home/home', fail: ({ errMsg }) => this.setData({ refused: errMsg }) })
  },
})
