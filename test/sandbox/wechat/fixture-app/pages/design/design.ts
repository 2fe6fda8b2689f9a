import Toast from 'tdesign-miniprogram/toast/index'

type Change<T extends object> = WechatMiniprogram.CustomEvent<T>

Page({
  data: {
    name: '',
    memo: '',
    keyword: '',
    tab: 'todo',
    step: 0,
    sex: '',
    duties: [] as string[],
    isOn: false,
    popup: false,
    dialog: false,
    answer: '',
    picker: false,
    city: '北京',
    cityValue: ['bj'],
    cities: [
      { label: '北京', value: 'bj' },
      { label: '天津', value: 'tj' },
    ],
    datePicker: false,
    date: '2026-01-05',
    files: [] as { url: string; name: string }[],
  },
  onNameChange(event: Change<{ value: string }>) {
    this.setData({ name: event.detail.value })
  },
  onMemoChange(event: Change<{ value: string }>) {
    this.setData({ memo: event.detail.value })
  },
  onSearchChange(event: Change<{ value: string }>) {
    this.setData({ keyword: event.detail.value })
  },
  onTabChange(event: Change<{ value: string }>) {
    this.setData({ tab: event.detail.value })
  },
  onSexChange(event: Change<{ value: string }>) {
    this.setData({ sex: event.detail.value })
  },
  onDutiesChange(event: Change<{ value: string[] }>) {
    this.setData({ duties: event.detail.value })
  },
  onSwitchChange(event: Change<{ value: boolean }>) {
    this.setData({ isOn: event.detail.value })
  },
  onNextTap() {
    this.setData({ step: this.data.step + 1 })
    Toast({ context: this, selector: '#t-toast', message: '下一步' })
  },
  onPopupTap() {
    this.setData({ popup: true })
  },
  onPopupChange(event: Change<{ visible: boolean }>) {
    this.setData({ popup: event.detail.visible })
  },
  onDialogTap() {
    this.setData({ dialog: true })
  },
  onDialogConfirm() {
    this.setData({ dialog: false, answer: '确定了' })
  },
  onDialogCancel() {
    this.setData({ dialog: false, answer: '取消了' })
  },
  onCityTap() {
    this.setData({ picker: true })
  },
  onCityConfirm(event: Change<{ value: string[]; label: string[] }>) {
    this.setData({ picker: false, cityValue: event.detail.value, city: event.detail.label[0] ?? '' })
  },
  onCityCancel() {
    this.setData({ picker: false })
  },
  onDateTap() {
    this.setData({ datePicker: true })
  },
  onDateConfirm(event: Change<{ value: string }>) {
    this.setData({ datePicker: false, date: event.detail.value })
  },
  onFilesAdd(event: Change<{ files: { url: string; name: string }[] }>) {
    this.setData({ files: [...this.data.files, ...event.detail.files] })
  },
})
