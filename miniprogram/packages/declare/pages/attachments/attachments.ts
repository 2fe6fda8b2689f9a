import { dropPendingLoads, LOADING, loadPage } from '../../../../behaviors/loadable-page'
import { confirm, tell, toast, withLoading } from '../../../../platform/feedback'
import { watchNetwork } from '../../../../platform/network'
import { goBack, goTo, readParams, replaceWith } from '../../../../platform/routes'
import { previewAttachment, previewEarlier, removeAttachment } from '../../../../services/attachments'
import { openDeclaration, promiseMaterials, type OpenedDeclaration } from '../../../../services/declarations'
import { tellFailure } from '../../../../services/tell-failure'
import type { AccountView } from '../../../../shared/domain/account'
import type { Attachment } from '../../../../shared/domain/attachment'
import type { Material } from '../../../../shared/domain/matter'
import { promisedOf, type Promises } from '../../../../shared/domain/promise'
import { examine } from '../../upload/file-check'
import { fileCount, materialAnchor, materialView, needsFiles, type MaterialView } from '../../upload/material-view'
import { NO_SITUATION, situationView, unneededFiles, type UnneededFile } from '../../draft/situation-view'
import { type FileSource, pickFiles } from '../../upload/pick-files'
import { promiseQuestion } from '../../upload/promise-view'
import { queueOf } from '../../upload/queues'
import { showFile } from '../../upload/show-file'

type MaterialEvent<D extends object = object> = WechatMiniprogram.CustomEvent<{ materialId: string } & D>

type Source = FileSource | 'earlier'

/** What each page instance knows of the ledger; the page's data only holds what is shown. */
interface Ledger {
  readonly version: number
  readonly promises: Promises
  readonly materials: readonly Material[]
  readonly rows: readonly Attachment[]
}
const ledgers = new WeakMap<object, Ledger>()
const networkWatches = new WeakMap<object, () => void>()

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    matterName: '',
    situation: NO_SITUATION,
    unneeded: [] as readonly UnneededFile[],
    /** Page state. */
    draftId: '',
    materialId: '',
    status: LOADING,
    ready: false,
    materials: [] as readonly MaterialView[],
    lacking: 0,
    /** Materials that are promised for later. */
    promised: 0,
    busy: false,
    promising: false,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { draftId = '', materialId = '' } = readParams('attachments', query)
    this.setData({ draftId, materialId })
    queueOf(draftId).listen(
      () => this.render(),
      (row) => this.keepRow(row),
    )
    networkWatches.set(
      this,
      watchNetwork((online) => {
        if (online) queueOf(draftId).resume()
      }),
    )
    return this.load()
  },

  onShow() {
    // WeChat cuts transfers five seconds after the mini-program goes to the background.
    queueOf(this.data.draftId).resume()
  },

  onUnload() {
    networkWatches.get(this)?.()
    dropPendingLoads(this)
    // The queue goes on; who comes back sees how far it got.
    queueOf(this.data.draftId).listen(null, null)
  },

  load(): Promise<void> {
    return loadPage(
      this,
      () => openDeclaration(this.data.draftId),
      (opened, status) => {
        this.setData({ status })
        void this.begin(opened)
      },
    )
  },

  async begin({ account, declaration }: OpenedDeclaration) {
    const { draftId, state, version, matterName, materials, attachments, promises } = declaration
    const queue = queueOf(draftId)
    if (state !== 'draft') {
      await queue.clear()
      await replaceWith('receipt', { draftId })
      return
    }
    const first = !this.data.ready
    ledgers.set(this, { version, promises, materials: materials.filter(needsFiles), rows: attachments })
    this.setData({
      account,
      matterName,
      situation: situationView(declaration),
      unneeded: unneededFiles(declaration),
      promised: promisedOf(promises).length,
      ready: true,
    })
    await queue.restore()
    this.render()
    if (first && this.data.materialId) {
      void wx.pageScrollTo({ selector: `#${materialAnchor(this.data.materialId)}`, offsetTop: -20, duration: 200 })
    }
  },

  /** The picker comes up; each picked file is checked here first and then uploaded after the others. */
  async onAdd(event: MaterialEvent<{ source: Source }>) {
    const material = this.material(event.detail.materialId)
    if (!material) return
    const { source } = event.detail
    if (source === 'earlier') {
      await goTo('earlier', { draftId: this.data.draftId, materialId: material.materialId })
      return
    }
    const files = await pickFiles(source, material, this.countOf(material), this.namesOf(material))
    const queue = queueOf(this.data.draftId)
    for (const picked of files) {
      const { file, refusal } = await examine(picked, material, () => this.countOf(material))
      if (refusal) queue.addUnusable(material.materialId, file, refusal)
      else await queue.add(material.materialId, file)
    }
  },

  onRetry(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    queueOf(this.data.draftId).retry(event.detail.key)
  },

  onLogIn() {
    void goTo('bind', {})
  },

  async onCancel(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    await queueOf(this.data.draftId).cancel(event.detail.key)
  },

  async onRemove(event: WechatMiniprogram.CustomEvent<{ key: string; attachmentId: string; name: string }>) {
    const { key, attachmentId, name } = event.detail
    const queued = queueOf(this.data.draftId).all.some((item) => item.key === key)
    if (queued) {
      await queueOf(this.data.draftId).cancel(key)
      return
    }
    if (!(await confirm({ title: '删除这个文件？', content: `“${name}”会从这次申报里删除。`, confirmText: '删除' })))
      return
    try {
      await removeAttachment(attachmentId)
      this.dropRow(attachmentId)
      toast('已删除')
    } catch (error) {
      await tellFailure(error, '文件还在，没有删除。')
    }
  },

  async onPreview(event: WechatMiniprogram.CustomEvent<{ attachmentId: string; name: string }>) {
    const { attachmentId, name } = event.detail
    const earlierId = ledgers.get(this)?.rows.find((row) => row.attachmentId === attachmentId)?.earlier?.earlierId
    await showFile(name, '已经传好，不影响申报', () =>
      earlierId ? previewEarlier(this.data.draftId, earlierId) : previewAttachment(attachmentId),
    )
  },

  /** 承诺后补, after it was said what that means; or back to uploading. */
  async onPromise(event: MaterialEvent) {
    const { materialId } = event.detail
    const ledger = ledgers.get(this)
    const offer = ledger?.promises.offers.find((one) => one.materialId === materialId)
    if (!ledger || !offer || this.data.promising) return
    const content = promiseQuestion(offer)
    if (!offer.promised && !(await confirm({ title: '承诺后补这项材料？', content, confirmText: '承诺后补' }))) return
    const others = promisedOf(ledger.promises).map((one) => one.materialId)
    const wanted = offer.promised ? others.filter((id) => id !== materialId) : [...others, materialId]
    this.setData({ promising: true })
    try {
      await withLoading('正在保存', () => promiseMaterials(this.data.draftId, ledger.version, wanted))
      toast(offer.promised ? '请上传这项材料' : '已承诺，请签承诺书')
    } catch (error) {
      await tellFailure(error)
    } finally {
      this.setData({ promising: false })
      await this.load()
    }
  },

  /** The letter in which the promise is signed is one of the forms. */
  onLetterTap() {
    const materialId = ledgers.get(this)?.promises.letter ?? ''
    void goTo('form', { draftId: this.data.draftId, materialId })
  },

  onBackTap() {
    void goBack()
  },

  async onNextTap() {
    if (this.data.busy) {
      await tell('还有文件正在上传', '请等全部传完，再核对提交。')
      return
    }
    await goTo('review', { draftId: this.data.draftId })
  },

  material(materialId: string): Material | undefined {
    return ledgers.get(this)?.materials.find((material) => material.materialId === materialId)
  },

  countOf(material: Material): number {
    return fileCount(material, ledgers.get(this)?.rows ?? [], queueOf(this.data.draftId).all)
  },

  namesOf({ materialId }: Material): string[] {
    const rows = (ledgers.get(this)?.rows ?? []).filter((row) => row.materialId === materialId)
    const queued = queueOf(this.data.draftId).all.filter((item) => item.materialId === materialId)
    return [...rows.map(({ fileName }) => fileName), ...queued.map(({ file }) => file.name)]
  },

  keepRow(row: Attachment) {
    this.dropRow(row.attachmentId, row)
  },

  dropRow(attachmentId: string, instead?: Attachment) {
    const ledger = ledgers.get(this)
    if (!ledger) return
    const others = ledger.rows.filter((row) => row.attachmentId !== attachmentId)
    ledgers.set(this, { ...ledger, rows: instead ? [...others, instead] : others })
    this.render()
  },

  /** One material by path when only that one changed: progress comes often. */
  render() {
    const ledger = ledgers.get(this)
    if (!ledger) return
    const queue = queueOf(this.data.draftId)
    const views = ledger.materials.map((material) => materialView(material, ledger.rows, queue.all, ledger.promises))
    const patch: Record<string, unknown> = {}
    if (views.length !== this.data.materials.length) patch['materials'] = views
    else {
      views.forEach((view, i) => {
        if (JSON.stringify(view) !== JSON.stringify(this.data.materials[i])) patch[`materials[${i}]`] = view
      })
    }
    const lacking = views.filter((view) => !view.enough).length
    if (lacking !== this.data.lacking) patch['lacking'] = lacking
    if (queue.busy !== this.data.busy) patch['busy'] = queue.busy
    if (Object.keys(patch).length > 0) this.setData(patch)
  },
})
