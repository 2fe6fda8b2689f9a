import { goTo } from '../../../../platform/routes'
import type { FileView, MaterialView } from '../../upload/material-view'

type FileTap = WechatMiniprogram.TouchEvent<object, object, { index: number; event: string }>

const NONE: Pick<MaterialView, 'materialId' | 'files'> = { materialId: '', files: [] }

/**
 * One material: what is wanted, its files with their state, and ways to add one. Events: `add {materialId, source}`
 * (camera, album, chat, earlier), `retry`, `cancel`, `remove` and `preview` with `{key, attachmentId, name}`,
 * `promise {materialId}` (to promise it for later, or not any more), `print {}` (the form that this is a scan of).
 */
Component({
  properties: {
    /** A MaterialView. */
    material: { type: Object, value: NONE },
  },
  methods: {
    onAddTap(event: WechatMiniprogram.TouchEvent<object, object, { source: string }>) {
      const { source } = event.currentTarget.dataset
      this.triggerEvent('add', { materialId: this.data.material.materialId, source })
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
    onLogInTap() {
      void goTo('bind', {})
    },
    /** Retry, cancel, remove or preview. */
    onFileTap({ currentTarget: { dataset } }: FileTap) {
      const file: FileView | undefined = this.data.material.files[Number(dataset.index)]
      if (file) this.triggerEvent(dataset.event, { key: file.key, attachmentId: file.attachmentId, name: file.name })
    },
  },
})
