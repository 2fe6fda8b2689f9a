import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { tell, toast, withLoading } from '../../../../platform/feedback'
import { backTo, goBack, goTo, readParams, replaceWith } from '../../../../platform/routes'
import { scrollToTop } from '../../../../platform/scroll'
import { previewAttachment, previewEarlier } from '../../../../services/attachments'
import { notePlace } from '../../../../services/draft-place'
import { openDeclaration, promiseMaterials, type OpenedDeclaration } from '../../../../services/declarations'
import { tellFailure } from '../../../../services/tell-failure'
import type { AskedMaterial } from '../../../../shared/domain/matter'
import { NO_PROMISES, promisedOf } from '../../../../shared/domain/promise'
import { unneededFiles, type UnneededFile } from '../../draft/situation-view'
import { showPrinted } from '../../print/show-printed'
import {
  inOrder,
  letterWaits,
  NO_PLACE,
  placeView,
  standingView,
  unfinishedFirst,
  wordsBeside,
} from '../../upload/attachments-view'
import { type FileEvent, FilesSession } from '../../upload/files-session'
import { materialAnchor, materialView, needsFiles, type MaterialView } from '../../upload/material-view'
import { oneOfMany } from '../../upload/one-by-one'
import type { FileSource } from '../../upload/pick-files'
import { type PromiseQuestion, promiseQuestion } from '../../upload/promise-view'
import { goesOnWithout } from './leave-failed'

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
    /** Ids in the order in which the cards stand during this visit. */
    order: [] as readonly string[],
    isLetterOpen: false,
    /** The material that is looked at in 关怀模式; '' = nobody chose. */
    at: '',
  }),
  ['materials'],
)

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    place: NO_PLACE,
    unneeded: [] as readonly UnneededFile[],
    /** Page state. */
    draftId: '',
    materialId: '',
    status: LOADING,
    ready: false,
    materials: [] as readonly MaterialView[],
    /** The material that 关怀模式 shows. */
    one: oneOfMany([], ''),
    /** What is explained beside which material. */
    words: wordsBeside([]),
    standing: { text: '', tone: 'turn', toLetter: false },
    /** Something is promised, and the letter is not signed. */
    letterOpen: false,
    /** Materials that are promised for later. */
    promised: 0,
    busy: false,
    /** What is about to be promised; it stays while its sheet goes down. */
    question: null as PromiseQuestion | null,
    asking: false,
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
    visit.work.at = materialId
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

  async begin({ declaration }: OpenedDeclaration) {
    const { draftId, state, version, matterName, shortName, materials, attachments, promises } = declaration
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
    work.isLetterOpen = letterWaits(declaration)
    void wx.setNavigationBarTitle({ title: shortName ?? matterName })
    await work.files?.take(work.materials, attachments)
    visitOf(this).show({
      place: placeView(declaration),
      unneeded: unneededFiles(declaration),
      letterOpen: work.isLetterOpen,
      promised: promisedOf(promises).length,
      ready: true,
    })
    this.render()
    if (first && this.data.materialId) {
      void wx.pageScrollTo({ selector: `#${materialAnchor(this.data.materialId)}`, offsetTop: -68, duration: 200 })
    }
  },

  async onAdd({ detail: { materialId, source } }: MaterialEvent<{ source: Source }>) {
    if (source === 'earlier') await goTo('earlier', { draftId: this.data.draftId, materialId })
    else await visitOf(this).work.files?.add(materialId, source)
  },

  async onFileEvent({ type, detail }: FileEvent) {
    await visitOf(this).work.files?.[type](detail)
  },

  /** 承诺后补: the sheet says first what that means. Back to uploading needs no question. */
  async onPromise(event: MaterialEvent) {
    const { offers } = visitOf(this).work.promises
    const offer = offers.find((one) => one.materialId === event.detail.materialId)
    if (!offer || this.data.promising) return
    if (offer.promised) await this.decide(offer.materialId, false)
    else {
      const lacking = this.data.materials.filter(({ enough }) => !enough).length
      visitOf(this).show({ question: promiseQuestion(offer, lacking), asking: true })
    }
  },

  onPromiseClose() {
    visitOf(this).show({ asking: false })
  },

  async onPromiseAgree() {
    const { question } = this.data
    visitOf(this).show({ asking: false })
    if (question === null) return
    const done = await this.decide(question.materialId, true)
    if (done && question.toLetter) this.onLetterTap()
  },

  async decide(materialId: string, isPromised: boolean) {
    const { version, promises } = visitOf(this).work
    const others = promisedOf(promises)
      .map((one) => one.materialId)
      .filter((id) => id !== materialId)
    const wanted = isPromised ? [...others, materialId] : others
    const promise = () => withLoading('正在保存', () => promiseMaterials(this.data.draftId, version, wanted))
    const done = await visitOf(this).act(promise, tellFailure, 'promising')
    if (done) toast(isPromised ? '已承诺，请签承诺书' : '请上传这项材料')
    await this.load()
    return done
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

  onStepsTap() {
    void goTo('steps', { draftId: this.data.draftId })
  },

  /** Who opened this page directly finds the last step of the forms. */
  onBackTap() {
    const { draftId, place } = this.data
    if (place.before === null) void goBack()
    else void backTo('form', { draftId, ...place.before })
  },

  /** 关怀模式 shows one material at a time: another one. */
  onMaterialTap(event: WechatMiniprogram.TouchEvent<object, object, { materialId: string }>) {
    visitOf(this).work.at = event.currentTarget.dataset.materialId
    this.render()
    scrollToTop()
  },

  async onNextTap() {
    if (this.data.busy) await tell('还有文件正在上传', '请等全部传完，再核对提交。')
    else if (this.data.standing.toLetter) this.onLetterTap()
    else if (await goesOnWithout(this.data.materials)) await goTo('review', { draftId: this.data.draftId })
  },

  render() {
    const { work } = visitOf(this)
    const { files, materials, promises } = work
    if (!files || !this.data.ready) return
    const views = materials.map((one) => materialView(one, files.rows, files.items, promises, files.pictureOf))
    if (work.order.length === 0) work.order = unfinishedFirst(views)
    const ordered = inOrder(views, work.order)
    visitOf(this).show({
      materials: ordered,
      one: oneOfMany(
        ordered.map(({ materialId }) => materialId),
        work.at,
      ),
      words: wordsBeside(ordered),
      standing: standingView(views, work.isLetterOpen),
      busy: files.busy,
    })
  },
})
