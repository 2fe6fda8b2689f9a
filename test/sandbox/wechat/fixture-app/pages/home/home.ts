export {}

const app = getApp<{ globalData: { launch: string } }>()

Page({
  data: {
    launch: '',
    items: [{ id: 1, name: 'apple' }],
    value: 1,
    name: '',
    memo: '',
    agree: false,
    cities: ['北京', '天津', '上海'],
    cityIndex: 0,
    date: '2026-01-05',
    region: ['天津市', '天津市', '滨海新区'],
    regionCode: '',
    submitted: '',
    picked: '',
    log: '',
    held: '',
    lowered: false,
    folded: false,
  },
  note(line: string) {
    this.setData({ log: `${this.data.log}${line} ` })
  },
  onLoad() {
    this.setData({ launch: app.globalData.launch })
    this.note('load')
  },
  onShow() {
    this.note('show')
  },
  onReady() {
    this.note('ready')
  },
  onHide() {
    this.note('hide')
  },
  onAddTap() {
    const id = this.data.items.length + 1
    this.setData({ [`items[${id - 1}]`]: { id, name: `banana${id}` } })
  },
  onItemTap(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: number }
    wx.navigateTo({
      url: `/packages/extra/detail/detail?id=${id}&name=${encodeURIComponent('天津')}`,
      events: { picked: ({ text }: { text: string }) => this.setData({ picked: text }) },
      success: ({ eventChannel }) => eventChannel.emit('hello', { from: 'home' }),
    })
  },
  onCounterChange(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ value: event.detail.value })
  },
  onFoldTap() {
    this.setData({ folded: true })
  },
  onMemoInput(event: WechatMiniprogram.Input) {
    this.setData({ memo: event.detail.value })
  },
  onAgreeChange(event: WechatMiniprogram.SwitchChange) {
    this.setData({ agree: event.detail.value })
  },
  onCityChange(event: WechatMiniprogram.PickerChange) {
    this.setData({ cityIndex: Number(event.detail.value) })
  },
  onDateChange(event: WechatMiniprogram.PickerChange) {
    this.setData({ date: String(event.detail.value) })
  },
  onRegionChange(event: WechatMiniprogram.CustomEvent<{ value: string[]; code: string[] }>) {
    this.setData({ region: event.detail.value, regionCode: event.detail.code.join() })
  },
  onHold() {
    this.setData({ held: '长按了' })
  },
  onStill() {
    // Only caught: the page below must not scroll.
  },
  onScrollLower() {
    this.setData({ lowered: true })
  },
  onFormSubmit(event: WechatMiniprogram.FormSubmit) {
    this.setData({ submitted: JSON.stringify(event.detail.value) })
  },
})
