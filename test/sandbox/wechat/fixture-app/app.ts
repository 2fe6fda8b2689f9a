App<{ globalData: { launch: string } }>({
  globalData: { launch: '' },
  onLaunch({ query }: WechatMiniprogram.App.LaunchShowOption) {
    this.globalData.launch = `${query?.sandbox ?? ''} ${query?.citizen ?? ''}`
  },
})
