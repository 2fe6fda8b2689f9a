import type { ItemView } from '../../supplement/item-view'

const NONE: Pick<ItemView, 'materialId' | 'before' | 'others' | 'changes'> = {
  materialId: '',
  before: [],
  others: [],
  changes: [],
}

/**
 * One material or form that is wanted again: the officer's reason, what was submitted, and the answer to it. Events: those
 * of material-files and case-files, and `form {materialId}` to open the form.
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
    onFileAdd(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('add', event.detail)
    },
    onFileRetry(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('retry', event.detail)
    },
    onFileLogIn() {
      this.triggerEvent('login', {})
    },
    onFileCancel(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('cancel', event.detail)
    },
    onFileRemove(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('remove', event.detail)
    },
    onFilePreview(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('preview', event.detail)
    },
    onCaseFilePreview(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('previewcase', event.detail)
    },
    onCaseFileRemove(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('removecase', event.detail)
    },
  },
})
