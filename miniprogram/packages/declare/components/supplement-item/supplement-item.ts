import type { ItemView } from '../../supplement/item-view'

const NONE: Pick<ItemView, 'materialId' | 'fieldId' | 'before' | 'others' | 'changes'> = {
  materialId: '',
  fieldId: '',
  before: [],
  others: [],
  changes: [],
}

/**
 * One material or form that is wanted again: the officer's reason, what was submitted, and the answer to it. Events: those
 * of material-files, those of case-files with `case` behind (`previewcase`), and `form {materialId, fieldId}` to open the form.
 */
Component({
  properties: {
    /** An ItemView. */
    item: { type: Object, value: NONE },
    /** Nothing can be changed any more: its deadline is over. */
    locked: { type: Boolean, value: false },
    /** 关怀模式: one blue button, the old files are folded. */
    large: { type: Boolean, value: false },
  },
  methods: {
    onFormTap() {
      const { materialId, fieldId } = this.data.item
      this.triggerEvent('form', { materialId, fieldId })
    },
    onOldTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const file = (this.data.item as ItemView).before[Number(event.currentTarget.dataset.index)]
      if (file) this.triggerEvent('previewcase', { fileId: file.fileId, name: file.name })
    },
    onFileEvent(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent(event.type, event.detail)
    },
    onCaseFileEvent(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent(`${event.type}case`, event.detail)
    },
  },
})
