import { goTo } from '../../../../platform/routes'
import type { Word } from '../../../../shared/domain/words'
import type { FileView } from '../../upload/file-view'
import type { MaterialView } from '../../upload/material-view'

type FileTap = WechatMiniprogram.TouchEvent<object, object, { index: number }>

const NONE: Pick<MaterialView, 'materialId' | 'files'> = { materialId: '', files: [] }

/**
 * One material: what is wanted, how it stands, its files as tiles, and one way to add more. A tap on a tile opens what can
 * be done with the file; on one that did not get through it sends it again. Events: `add {materialId, source}` (camera,
 * album, chat, earlier), `retry`, `cancel`, `remove` and `preview` with `{key, attachmentId, name}`, `promise {materialId}`
 * (to promise it for later, or not any more), `print {}` (the form that this is a scan of).
 */
Component({
  properties: {
    /** A MaterialView. */
    material: { type: Object, value: NONE },
    /** Only the tiles: what stands around them says the rest. */
    bare: { type: Boolean, value: false },
    /** 关怀模式: the ways to add a file lie open. */
    large: { type: Boolean, value: false },
    /** With `bare`: nothing is wanted here any more. */
    done: { type: Boolean, value: false },
    /** What is explained beside it; see components/help-word. */
    words: { type: Array, value: [] as readonly Word[] },
  },
  data: {
    adding: false,
    /** The file whose sheet is open, or was. */
    chosen: null as FileView | null,
    looking: false,
  },
  observers: {
    /** What the sheet says of a file stays true; a file that is gone closes it. */
    material({ files }: MaterialView) {
      const { chosen, looking } = this.data
      if (!looking || !chosen) return
      // A file that arrives is called by its row from then on.
      const now = files.find(
        ({ key, attachmentId }) => key === chosen.key || attachmentId === (chosen.attachmentId || key),
      )
      this.setData(now ? { chosen: now } : { looking: false })
    },
  },
  methods: {
    onAddTap() {
      this.setData({ adding: true })
    },
    onAddClose() {
      this.setData({ adding: false })
    },
    onWay(event: WechatMiniprogram.CustomEvent<{ source: string }>) {
      this.setData({ adding: false })
      this.triggerEvent('add', { materialId: this.data.material.materialId, source: event.detail.source })
    },
    onTileTap(event: FileTap) {
      const file = this.fileOf(event)
      if (file?.look === 'again') this.tell('retry', file)
      else if (file) this.setData({ chosen: file, looking: true })
    },
    /** Below the tiles, where the reason stands: what a failed tile itself does not offer. */
    onReasonTap(event: FileTap) {
      const file = this.fileOf(event)
      if (file) this.setData({ chosen: file, looking: true })
    },
    onFileClose() {
      this.setData({ looking: false })
    },
    /** Retry, cancel, remove, preview or login. */
    onDo(event: WechatMiniprogram.CustomEvent<{ act: string }>) {
      const { chosen } = this.data
      this.setData({ looking: false })
      if (event.detail.act === 'login') void goTo('bind', {})
      else if (chosen) this.tell(event.detail.act, chosen)
    },
    onPromiseTap() {
      this.triggerEvent('promise', { materialId: this.data.material.materialId })
    },
    onCreditTap() {
      void goTo('credit', {})
    },
    onPrintTap() {
      this.triggerEvent('print', {})
    },
    tell(act: string, { key, attachmentId, name }: FileView) {
      this.triggerEvent(act, { key, attachmentId, name })
    },
    fileOf({ currentTarget: { dataset } }: FileTap): FileView | undefined {
      return (this.data.material as MaterialView).files[Number(dataset.index)]
    },
  },
})
