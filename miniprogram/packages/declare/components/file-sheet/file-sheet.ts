import type { FileView } from '../../upload/file-view'

/** One file and whatever can be done with it. Events: `do {act}` (preview, retry, cancel, remove, login), `close`. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    /** A FileView. */
    file: { type: Object, value: null as FileView | null },
  },
  methods: {
    onActTap(event: WechatMiniprogram.TouchEvent<object, object, { act: string }>) {
      this.triggerEvent('do', { act: event.currentTarget.dataset.act })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
