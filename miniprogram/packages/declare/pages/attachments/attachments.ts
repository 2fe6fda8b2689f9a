import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { confirm, tell, toast, withLoading } from '../../../../platform/feedback'
import { goBack, goTo, readParams, replaceWith } from '../../../../platform/routes'
import { previewAttachment, previewEarlier } from '../../../../services/attachments'
import { notePlace } from '../../../../services/draft-place'
import { openDeclaration, promiseMaterials, type OpenedDeclaration } from '../../../../services/declarations'
import { tellFailure } from '../../../../services/tell-failure'
import type { AccountView } from '../../../../shared/domain/account'
import type { AskedMaterial } from '../../../../shared/domain/matter'
import { NO_PROMISES, promisedOf } from '../../../../shared/domain/promise'
import { showPrinted } from '../../print/show-printed'
import { type FileEvent, FilesSession } from '../../upload/files-session'
import { materialAnchor, materialView, needsFiles, type MaterialView } from '../../upload/material-view'
import { NO_SITUATION, situationView, unneededFiles, type UnneededFile } from '../../draft/situation-view'
import type { FileSource } from '../../upload/pick-files'
import { promiseQuestion } from '../../upload/promise-view'

type MaterialEvent<D extends object = object> = WechatMiniprogram.CustomEvent<{ materialId: string } & D>

type Source = FileSource | 'earlier'

/** Progress comes often: only the material that changed is set. */
const visitOf = visits(
  () => ({
    files: null as FilesSession | null,
    /** Of the draft. */
    version: 0,
    promises: NO_PROMISES,
    materials: [] as readonly AskedMaterial[],
  }),
  ['materials'],
)

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
    printing: false,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { draftId = '', materialId = '' } = readParams('attachments', query)
    const visit = visitOf(this)
    visit.show({ draftId, materialId })
    const files = new FilesSession(
      {
        id: draftId,
        name: '这次申报',
        standing: '已经传好，不影响申报',
        preview: (attachmentId, row) =>
          row?.earlier ? previewEarlier(draftId, row.earlier.earlierId) : previewAttachment(attachmentId),
      },
      () => this.render(),
    )
    visit.work.files = files
    visit.stopAtEnd(files.leave)
    visit.onNetwork((online) => {
      if (online) files.resume()
    })
    return this.load()
  },

  onShow() {
    notePlace(this.data.draftId, { page: 'attachments' })
    // WeChat cuts transfers five seconds after the mini-program goes to the background.
    visitOf(this).work.files?.resume()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(
      () => openDeclaration(this.data.draftId),
      (opened) => void this.begin(opened),
    )
  },

  async begin({ account, declaration }: OpenedDeclaration) {
    const { draftId, state, version, matterName, materials, attachments, promises } = declaration
    const { work } = visitOf(this)
    if (state !== 'draft') {
      await work.files?.clear()
      await replaceWith('receipt', { draftId })
      return
    }
    const first = !this.data.ready
    work.version = version
    work.promises = promises
    work.materials = materials.filter(needsFiles)
    visitOf(this).show({
      account,
      matterName,
      situation: situationView(declaration),
      unneeded: unneededFiles(declaration),
      promised: promisedOf(promises).length,
      ready: true,
    })
    await work.files?.take(work.materials, attachments)
    this.render()
    if (first && this.data.materialId) {
      void wx.pageScrollTo({ selector: `#${materialAnchor(this.data.materialId)}`, offsetTop: -20, duration: 200 })
    }
  },

  async onAdd({ detail: { materialId, source } }: MaterialEvent<{ source: Source }>) {
    if (source === 'earlier') await goTo('earlier', { draftId: this.data.draftId, materialId })
    else await visitOf(this).work.files?.add(materialId, source)
  },

  async onFileEvent({ type, detail }: FileEvent) {
    await visitOf(this).work.files?.[type](detail)
  },

  /** 承诺后补, after it was said what that means; or back to uploading. */
  async onPromise(event: MaterialEvent) {
    const { materialId } = event.detail
    const { version, promises } = visitOf(this).work
    const offer = promises.offers.find((one) => one.materialId === materialId)
    if (!offer || this.data.promising) return
    const content = promiseQuestion(offer)
    if (!offer.promised && !(await confirm({ title: '承诺后补这项材料？', content, confirmText: '承诺后补' }))) return
    const others = promisedOf(promises).map((one) => one.materialId)
    const wanted = offer.promised ? others.filter((id) => id !== materialId) : [...others, materialId]
    const promise = () => withLoading('正在保存', () => promiseMaterials(this.data.draftId, version, wanted))
    const done = await visitOf(this).act(promise, tellFailure, 'promising')
    if (done) toast(offer.promised ? '请上传这项材料' : '已承诺，请签承诺书')
    await this.load()
  },

  /** The form that is stamped and scanned. */
  async onPrint() {
    const print = async () => {
      toast('正在生成 PDF')
      if (!(await showPrinted(this.data.draftId, visitOf(this).work.version))) await this.load()
    }
    await visitOf(this).act(print, tellFailure, 'printing')
  },

  /** The letter in which the promise is signed is one of the forms. */
  onLetterTap() {
    void goTo('form', { draftId: this.data.draftId, materialId: visitOf(this).work.promises.letter })
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

  render() {
    const { files, materials, promises } = visitOf(this).work
    if (!files || !this.data.ready) return
    const views = materials.map((material) => materialView(material, files.rows, files.items, promises))
    visitOf(this).show({
      materials: views,
      lacking: views.filter(({ enough }) => !enough).length,
      busy: files.busy,
    })
  },
})
