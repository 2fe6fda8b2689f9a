export {}

interface Chosen {
  path: string
  name: string
  size: number
}

type MessageType = NonNullable<WechatMiniprogram.ChooseMessageFileOption['type']>

const app = getApp<{ globalData: { launch: string } }>()
const gateway = (): string => app.globalData.launch.split(' ')[0] ?? ''

/** Each handler shows what came back in `result`, as JSON. */
Page({
  data: { result: '', image: '', progress: '' },
  chosen: undefined as Chosen | undefined,
  upload: undefined as WechatMiniprogram.UploadTask | undefined,
  show(value: unknown) {
    this.setData({ result: JSON.stringify(value) })
  },
  onStorageTap() {
    wx.setStorageSync('draft', { text: '草稿', at: 1 })
    const before = wx.getStorageSync<unknown>('draft')
    wx.getStorage({
      key: 'missing',
      fail: ({ errMsg }) => this.show({ before, empty: wx.getStorageSync<unknown>('missing'), errMsg }),
    })
  },
  async onModalTap() {
    const { confirm } = await wx.showModal({ title: '确认', content: '要继续吗？' })
    this.show({ confirm })
  },
  onToastTap() {
    void wx.showToast({ title: '已保存', icon: 'none' })
  },
  onLoadingTap() {
    void wx.showLoading({ title: '正在提交' })
    setTimeout(() => void wx.hideLoading(), 400)
  },
  onSheetTap() {
    wx.showActionSheet({
      itemList: ['拍照', '聊天文件'],
      success: ({ tapIndex }) => this.show({ tapIndex }),
      fail: ({ errMsg }) => this.show({ errMsg }),
    })
  },
  onMediaTap() {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      success: ({ tempFiles }) => {
        const [file] = tempFiles
        this.setData({ image: file?.tempFilePath ?? '' })
        this.show({ size: file?.size, isTemporary: file?.tempFilePath.endsWith('.png') })
      },
      fail: ({ errMsg }) => this.show({ errMsg }),
    })
  },
  onMessageFileTap(event: WechatMiniprogram.TouchEvent<object, object, { type: MessageType; extension: string }>) {
    const { type, extension } = event.currentTarget.dataset
    wx.chooseMessageFile({
      count: 4,
      type,
      extension: extension === '' ? undefined : [extension],
      success: ({ tempFiles }) => {
        this.chosen = tempFiles[0]
        this.show(tempFiles.map(({ name, size, type }) => ({ name, size, type })))
      },
      fail: ({ errMsg }) => this.show({ errMsg }),
    })
  },
  onReadTap() {
    const path = this.chosen?.path ?? ''
    const files = wx.getFileSystemManager()
    files.readFile({
      filePath: path,
      encoding: 'utf8',
      success: ({ data }) => {
        const { size } = files.statSync(path) as WechatMiniprogram.Stats
        files.unlinkSync(path)
        files.readFile({
          filePath: path,
          fail: ({ errMsg }) => this.show({ start: typeof data === 'string' ? data.slice(0, 4) : '', size, errMsg }),
        })
      },
    })
  },
  onDocumentTap() {
    wx.openDocument({ filePath: this.chosen?.path ?? '', fileType: 'pdf', fail: ({ errMsg }) => this.show({ errMsg }) })
  },
  onRequestTap() {
    wx.request({
      url: `${gateway()}/echo`,
      method: 'POST',
      data: { a: 1 },
      header: { 'x-sandbox-citizen': 'citizen-1' },
      success: ({ data, statusCode }) => this.show({ data, statusCode }),
      fail: ({ errMsg }) => this.show({ errMsg }),
    })
  },
  onUploadTap() {
    this.upload = wx.uploadFile({
      url: `${gateway()}/upload`,
      filePath: this.chosen?.path ?? '',
      name: 'file',
      formData: { cloudPath: 'a/b.pdf' },
      success: ({ data, statusCode }) => this.show({ data: JSON.parse(data) as unknown, statusCode }),
      fail: ({ errMsg }) => this.show({ errMsg }),
    })
    this.upload.onProgressUpdate(({ progress }) => this.setData({ progress: `${progress}%` }))
  },
  onAbortTap() {
    this.onUploadTap()
    this.upload?.abort()
  },
  onDownloadTap() {
    wx.downloadFile({
      url: `${gateway()}/download/guide.pdf`,
      success: ({ tempFilePath, statusCode }) => {
        const { size } = wx.getFileSystemManager().statSync(tempFilePath) as WechatMiniprogram.Stats
        this.show({ statusCode, size, isPdf: tempFilePath.endsWith('.pdf') })
      },
      fail: ({ errMsg }) => this.show({ errMsg }),
    })
  },
  onCopyTap() {
    wx.setClipboardData({
      data: '办件编号',
      success: () => wx.getClipboardData({ success: ({ data }) => this.show({ data }) }),
      fail: (failure) => this.show(failure),
    })
  },
  onAccountTap() {
    const { appId, envVersion } = wx.getAccountInfoSync().miniProgram
    this.show({ appId, envVersion, canShare: wx.canIUse('request') })
  },
  onMissingTap() {
    const name = 'scanItem'
    try {
      this.show({ found: (wx as unknown as Record<string, unknown>)[name] })
    } catch (cause) {
      this.show({ error: (cause as Error).message })
    }
  },
  onNetworkTap() {
    wx.onNetworkStatusChange(({ isConnected }) => this.show({ isConnected }))
  },
  drawing: undefined as CanvasRenderingContext2D | undefined,
  onPrepareTap() {
    wx.createSelectorQuery()
      .select('#pad')
      .fields({ node: true, size: true })
      .exec(([found]: { node: HTMLCanvasElement; width: number; height: number }[]) => {
        if (!found) return
        found.node.width = found.width
        found.node.height = found.height
        const context = found.node.getContext('2d')
        if (context) this.drawing = context
        this.show({ width: found.width, height: found.height })
      })
  },
  onPadStart(event: WechatMiniprogram.TouchEvent) {
    const { x, y } = event.touches[0] as unknown as { x: number; y: number }
    this.drawing?.beginPath()
    this.drawing?.moveTo(x, y)
  },
  onPadMove(event: WechatMiniprogram.TouchEvent) {
    const { x, y } = event.touches[0] as unknown as { x: number; y: number }
    this.drawing?.lineTo(x, y)
    this.drawing?.stroke()
    this.show({ x: Math.round(x), y: Math.round(y) })
  },
  onSignatureTap() {
    wx.canvasToTempFilePath({
      canvas: this.drawing?.canvas as unknown as WechatMiniprogram.Canvas,
      success: ({ tempFilePath }) => {
        this.setData({ image: tempFilePath })
        this.show({ isPng: tempFilePath.endsWith('.png') })
      },
      fail: ({ errMsg }) => this.show({ errMsg }),
    })
  },
})
