import type { ItemView } from '../../supplement/item-view'

const NONE: Pick<ItemView, 'materialId' | 'before' | 'others' | 'changes'> = {
  materialId: '',
  before: [],
  others: [],
  changes: [],
}

/**
 * One material or form that is wanted again: the officer's reason, what was submitted, and the answer to it. Events: those
 * of material-files, those of case-files with `case` behind (`previewcase`), and `form {materialId}` to open the form.
 */
Component({
  properties: {
    /** An ItemView. */
    item: { type: Object, value: NONE },
    /** Nothing can be changed any more: its deadline is over. */
    locked: { type: Boolean, value: false },
  },
  methods: {
    onFormTap() {
      this.triggerEvent('form', { materialId: this.data.item.materialId })
    },
    onFileEvent(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent(event.type, event.detail)
    },
    onCaseFileEvent(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent(`${event.type}case`, event.detail)
    },
  },
})
