import { dropPendingLoads, LOADING, loadPageOf } from '../../../../behaviors/loadable-page'
import { confirm, tell, toast, withLoading } from '../../../../platform/feedback'
import { isOnComputer, openFile, saveToComputer, shareFile } from '../../../../platform/open-file'
import { readParams } from '../../../../platform/routes'
import { downloadArchive, openArchive, previewArchived, type ArchiveDownload } from '../../../../services/archives'
import { failureOf, sentenceOf, type Failure } from '../../../../services/service-error'
import type { ErrorCode } from '../../../../shared/contract/errors'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AccountView } from '../../../../shared/domain/account'
import { archiveView, contentsView, lackLines, packingText, type ArchiveView, type ContentsView } from './archive-view'
import { Packing, type ReadyArchive } from './packing'

/** Files shown at once; 更多 adds as many. */
const STEP = 60

/** What is said here of a file that did not open, instead of the code's own sentence. */
const NOT_OPENED: Readonly<Partial<Record<ErrorCode, string>>> = {
  NOT_FOUND: '压缩包已经过了保留时间，请重新打包。',
  INTERNAL: '请再试一次；仍不行，请把压缩包转发到电脑查看。',
}

/** What each page instance works with besides what it shows. */
interface Visit {
  readonly packing?: Packing
  readonly ready?: ReadyArchive
  readonly shown: number
  readonly download?: ArchiveDownload
  /** Where the zip is on the phone; '' = not here. */
  readonly filePath: string
}
const visits = new WeakMap<object, Visit>()
const FRESH: Visit = { shown: STEP, filePath: '' }

type IndexTap = WechatMiniprogram.TouchEvent<object, object, { index: number; name: string }>

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    contents: null as ContentsView | null,
    archive: null as ArchiveView | null,
    lacks: [] as readonly string[],
    lacksError: null as ReplyError | null,
    /** Page state. */
    status: LOADING,
    caseNo: '',
    packing: '',
    late: false,
    failure: null as Failure | null,
    percent: -1,
    isHere: false,
    computer: false,
    busy: false,
  },

  onLoad(query: Record<string, string | undefined>): Promise<void> {
    visits.set(this, FRESH)
    this.setData({ caseNo: readParams('archive', query).caseNo ?? '', computer: isOnComputer() })
    return this.load()
  },

  onUnload() {
    dropPendingLoads(this)
    this.visit().packing?.stop()
    this.visit().download?.stop()
  },

  load(): Promise<void> {
    return loadPageOf(this, this.data.caseNo, openArchive, ({ account, contents }, status) =>
      this.setData({ account, contents: contentsView(contents), status }),
    )
  },

  /** Another identity: what was fetched is not its own. */
  onIdentityChange(): Promise<void> {
    this.visit().packing?.stop()
    this.visit().download?.stop()
    visits.set(this, FRESH)
    this.setData({
      status: LOADING,
      archive: null,
      contents: null,
      packing: '',
      failure: null,
      percent: -1,
      isHere: false,
    })
    return this.load()
  },

  async onPackTap() {
    if (this.data.packing !== '') return
    const packing = new Packing(this.data.caseNo, (sinceMs) => this.setData({ packing: packingText(sinceMs) }))
    visits.set(this, { ...FRESH, packing })
    this.setData({
      packing: packingText(0),
      late: false,
      failure: null,
      archive: null,
      lacks: [],
      lacksError: null,
      isHere: false,
    })
    try {
      const answer = await packing.run()
      if (this.visit().packing !== packing) return
      if (typeof answer === 'object') this.showReady(answer)
      else this.setData({ packing: '', late: answer === 'late' })
    } catch (error) {
      if (this.visit().packing === packing) this.setData({ packing: '', failure: failureOf(error) })
    }
  },

  onStopTap() {
    this.visit().packing?.stop()
    this.setData({ packing: '' })
  },

  showReady(ready: ReadyArchive): void {
    visits.set(this, { ...this.visit(), ready, filePath: '' })
    this.setData({
      packing: '',
      archive: archiveView(ready.archive, this.visit().shown),
      lacks: ready.lacks.ok ? lackLines(ready.lacks.value) : [],
      lacksError: ready.lacks.ok ? null : ready.lacks.error,
    })
  },

  onMoreTap() {
    const { ready, shown } = this.visit()
    if (!ready) return
    visits.set(this, { ...this.visit(), shown: shown + STEP })
    this.setData({ archive: archiveView(ready.archive, shown + STEP) })
  },

  async onEntryTap(event: IndexTap) {
    const { ready } = this.visit()
    if (!ready || this.data.busy) return
    const { index, name } = event.currentTarget.dataset
    this.setData({ busy: true })
    try {
      await withLoading('正在打开', async () => {
        const { url } = await previewArchived(ready.archive.archiveId, Number(index))
        await openFile(url, name)
      })
    } catch (error) {
      const failure = failureOf(error)
      await tell('文件没有打开', NOT_OPENED[failure.code] ?? sentenceOf(failure))
    } finally {
      this.setData({ busy: false })
    }
  },

  /** Brings the zip to the phone, once; what is done with it needs a tap of its own (WeChat's rule). */
  async onDownloadTap() {
    const { ready, download } = this.visit()
    if (!ready || download) return
    const content = `压缩包 ${this.data.archive?.size ?? ''}。没有连接无线网时会使用手机流量。`
    if (!(await confirm({ title: '下载到手机', content, confirmText: '下载' }))) return
    this.setData({ percent: 0, failure: null })
    const running = downloadArchive(ready.archive.archiveId, (percent) => {
      // Fewer than twenty a second (WeChat's limit): every fifth per cent is enough for a bar.
      if (percent >= this.data.percent + 5) this.setData({ percent })
    })
    visits.set(this, { ...this.visit(), download: running })
    try {
      const filePath = (await running.done) ?? ''
      if (this.visit().ready !== ready) return
      visits.set(this, { ...this.visit(), filePath, download: undefined })
      this.setData({ percent: -1, isHere: filePath !== '' })
    } catch (error) {
      visits.set(this, { ...this.visit(), download: undefined })
      this.setData({ percent: -1, failure: failureOf(error) })
    }
  },

  onDownloadStopTap() {
    this.visit().download?.stop()
  },

  async onShareTap() {
    const { ready, filePath } = this.visit()
    if (!ready || filePath === '') return
    try {
      await shareFile(filePath, ready.archive.fileName)
    } catch (error) {
      // Closing WeChat's list of chats without choosing one is reported as a failure too.
      if (!/cancel/i.test(textOf(error))) await tell('没有转发出去', '请再试一次，或重新打包后再转发。')
    }
  },

  async onSaveTap() {
    const { filePath } = this.visit()
    if (filePath === '') return
    try {
      await saveToComputer(filePath)
      toast('已保存')
    } catch (error) {
      if (!/cancel/i.test(textOf(error))) await tell('没有保存', '请再试一次，或转发到“文件传输助手”。')
    }
  },

  visit(): Visit {
    return visits.get(this) ?? FRESH
  },
})

function textOf(error: unknown): string {
  if (error instanceof Error) return error.message
  return typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
}
