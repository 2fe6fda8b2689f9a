/**
 * Something to choose, read or write that comes up from below, with its own head: title, and a way out at the right.
 * Event: close (the way out, and a tap beside the sheet).
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** The way out. */
    closing: { type: String, value: '取消' },
    /** A tap beside it is not meant: something would be lost. */
    modal: { type: Boolean, value: false },
  },

  methods: {
    onCloseTap() {
      this.triggerEvent('close')
    },

    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close')
    },
  },
})
