import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { FEW, type FewMore } from '../../../../components/few-more/few'
import { confirm, tell, withLoading } from '../../../../platform/feedback'
import { isLarge } from '../../../../platform/look'
import { isOnComputer, offerShare, openFile, saveToComputer } from '../../../../platform/open-file'
import { readParams } from '../../../../platform/routes'
import { downloadArchive, openArchive, previewArchived } from '../../../../services/archives'
import type { Download } from '../../../../services/download'
import { failureOf, type Failure } from '../../../../services/service-error'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AccountView } from '../../../../shared/domain/account'
import {
  archiveView,
  contentsView,
  lackLines,
  notOpenedText,
  packingText,
  type ArchiveView,
  type ContentsView,
} from './archive-view'
import { Packing, type ReadyArchive } from './packing'

/** Files shown at once; 更多 adds as many. */
const step = (): number => (isLarge() ? FEW : 60)

const fresh = () => ({
  packing: null as Packing | null,
  ready: null as ReadyArchive | null,
  shown: step(),
  download: null as Download | null,
  /** Where the zip is on the phone; '' = not here. */
  filePath: '',
})
const visitOf = visits(fresh)

type IndexTap = WechatMiniprogram.TouchEvent<object, object, { index: number; name: string }>

Page({
  behaviors: [look],

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
    /** Materials of which nothing is packed: 关怀模式 shows so many. */
    few: FEW,
  },

  onLoad(query: Record<string, string | undefined>): Promise<void> {
    visitOf(this).show({ caseNo: readParams('archive', query).caseNo ?? '', computer: isOnComputer() })
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).loadOf(this.data.caseNo, openArchive, ({ account, contents }) => ({
      account,
      contents: contentsView(contents),
    }))
  },

  async onPackTap() {
    if (this.data.packing !== '') return
    const packing = new Packing(this.data.caseNo, (sinceMs) => visitOf(this).show({ packing: packingText(sinceMs) }))
    visitOf(this).work = { ...fresh(), packing }
    visitOf(this).stopAtEnd(() => packing.stop())
    visitOf(this).show({
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
      if (visitOf(this).work.packing !== packing) return
      if (typeof answer === 'object') this.showReady(answer)
      else visitOf(this).show({ packing: '', late: answer === 'late' })
    } catch (error) {
      if (visitOf(this).work.packing === packing) visitOf(this).show({ packing: '', failure: failureOf(error) })
    }
  },

  onStopTap() {
    visitOf(this).work.packing?.stop()
    visitOf(this).show({ packing: '' })
  },

  showReady(ready: ReadyArchive): void {
    const { work } = visitOf(this)
    work.ready = ready
    work.filePath = ''
    visitOf(this).show({
      packing: '',
      archive: archiveView(ready.archive, work.shown),
      lacks: ready.lacks.ok ? lackLines(ready.lacks.value) : [],
      lacksError: ready.lacks.ok ? null : ready.lacks.error,
    })
  },

  onFewMore({ detail: { few } }: FewMore) {
    visitOf(this).show({ few })
  },

  onMoreTap() {
    const { work } = visitOf(this)
    if (!work.ready) return
    work.shown += step()
    visitOf(this).show({ archive: archiveView(work.ready.archive, work.shown) })
  },

  async onEntryTap(event: IndexTap) {
    const { ready } = visitOf(this).work
    if (!ready) return
    const { index, name } = event.currentTarget.dataset
    const open = async (): Promise<void> => {
      const { url } = await previewArchived(ready.archive.archiveId, Number(index))
      await openFile(url, name)
    }
    await visitOf(this).act(
      () => withLoading('正在打开', open),
      (error) => tell('文件没有打开', notOpenedText(failureOf(error))),
    )
  },

  /** Brings the zip to the phone, once; what is done with it needs a tap of its own (WeChat's rule). */
  async onDownloadTap() {
    const { ready, download } = visitOf(this).work
    if (!ready || download) return
    const content = `压缩包 ${this.data.archive?.size ?? ''}。没有连接无线网时会使用手机流量。`
    if (!(await confirm({ title: '下载到手机', content, confirmText: '下载' }))) return
    visitOf(this).show({ percent: 0, failure: null })
    const running = downloadArchive(ready.archive.archiveId, (percent) => {
      // Fewer than twenty a second (WeChat's limit): every fifth per cent is enough for a bar.
      if (percent >= this.data.percent + 5) visitOf(this).show({ percent })
    })
    visitOf(this).work.download = running
    visitOf(this).stopAtEnd(() => running.stop())
    try {
      const filePath = (await running.done) ?? ''
      const { work } = visitOf(this)
      if (work.ready !== ready) return
      work.filePath = filePath
      work.download = null
      visitOf(this).show({ percent: -1, isHere: filePath !== '' })
    } catch (error) {
      visitOf(this).work.download = null
      visitOf(this).show({ percent: -1, failure: failureOf(error) })
    }
  },

  onDownloadStopTap() {
    visitOf(this).work.download?.stop()
  },

  async onShareTap() {
    const { ready, filePath } = visitOf(this).work
    if (!ready || filePath === '') return
    await offerShare(filePath, ready.archive.fileName, '请再试一次，或重新打包后再转发。')
  },

  async onSaveTap() {
    const { filePath } = visitOf(this).work
    if (filePath !== '') await saveToComputer(filePath)
  },
})
