import { dropPendingLoads, LOADING, loadPage } from '../../../../behaviors/loadable-page'
import { confirm, tell, toast } from '../../../../platform/feedback'
import { pickChatFiles, pickPhotos, type PickedFile } from '../../../../platform/media'
import { openFile } from '../../../../platform/open-file'
import { goBack, goTo, readParams, replaceWith } from '../../../../platform/routes'
import { previewAttachment, removeAttachment } from '../../../../services/attachments'
import { openDeclaration, type OpenedDeclaration } from '../../../../services/declarations'
import { failureOf } from '../../../../services/service-error'
import type { AccountView } from '../../../../shared/domain/account'
import type { Attachment } from '../../../../shared/domain/attachment'
import type { Material } from '../../../../shared/domain/matter'
import { refusalOf } from '../../upload/file-check'
import { fileCount, materialAnchor, materialView, needsFiles, type MaterialView } from '../../upload/material-view'
import { photoNames } from '../../upload/photo-names'
import { queueOf } from '../../upload/queues'

type MaterialEvent<D extends object = object> = WechatMiniprogram.CustomEvent<{ materialId: string } & D>

type Source = 'camera' | 'album' | 'chat'

/** What each page instance knows of the ledger; the page's data only holds what is shown. */
interface Ledger {
  readonly materials: readonly Material[]
  readonly rows: readonly Attachment[]
}
const ledgers = new WeakMap<object, Ledger>()

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    matterName: '',
    /** Page state. */
    draftId: '',
    materialId: '',
    status: LOADING,
    ready: false,
    materials: [] as readonly MaterialView[],
    lacking: 0,
    busy: false,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { draftId = '', materialId = '' } = readParams('attachments', query)
    this.setData({ draftId, materialId })
    queueOf(draftId).listen(
      () => this.render(),
      (row) => this.keepRow(row),
    )
    return this.load()
  },

  onUnload() {
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
    const { draftId, state, matterName, materials, attachments } = declaration
    if (state !== 'draft') {
      await replaceWith('receipt', { draftId })
      return
    }
    const first = !this.data.ready
    ledgers.set(this, { materials: materials.filter(needsFiles), rows: attachments })
    this.setData({ account, matterName, ready: true })
    this.render()
    if (first && this.data.materialId) {
      void wx.pageScrollTo({ selector: `#${materialAnchor(this.data.materialId)}`, offsetTop: -20, duration: 200 })
    }
  },

  /** The picker comes up; each picked file is checked here first and then uploaded after the others. */
  async onAdd(event: MaterialEvent<{ source: Source }>) {
    const material = this.material(event.detail.materialId)
    if (!material) return
    const files = await this.pick(event.detail.source, material)
    const queue = queueOf(this.data.draftId)
    for (const file of files) {
      const refusal = refusalOf(file, material, this.countOf(material))
      if (refusal) queue.addUnusable(material.materialId, file, refusal)
      else queue.add(material.materialId, file)
    }
  },

  async pick(source: Source, material: Material): Promise<readonly PickedFile[]> {
    const count = Math.max(material.maxCount - this.countOf(material), 1)
    try {
      return source === 'chat'
        ? await pickChatFiles({ count, extensions: material.fileTypes })
        : await pickPhotos({ from: source, count, nameOf: photoNames(material.name, this.namesOf(material)) })
    } catch {
      await tell('没有打开相机或文件', '请在微信的设置里允许使用相机、相册和文件，然后再试一次。')
      return []
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
      const { title, next } = failureOf(error)
      await tell(title, `文件还在，没有删除。${next}`)
    }
  },

  async onPreview(event: WechatMiniprogram.CustomEvent<{ attachmentId: string; name: string }>) {
    const { attachmentId, name } = event.detail
    let url: string
    try {
      url = (await previewAttachment(attachmentId)).url
    } catch (error) {
      const { title, next } = failureOf(error)
      await tell(title, next)
      return
    }
    try {
      await openFile(url, name)
    } catch {
      await tell('文件没有打开', '文件已经传好，不影响申报。请检查网络后再试，或换一部手机查看。')
    }
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

  countOf({ materialId }: Material): number {
    const mine = <T extends { materialId: string }>(item: T): boolean => item.materialId === materialId
    return fileCount((ledgers.get(this)?.rows ?? []).filter(mine), queueOf(this.data.draftId).all.filter(mine))
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
    const views = ledger.materials.map((material) => materialView(material, ledger.rows, queue.all))
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
