/** A row that opens what belongs to it, here and at once. Event: change {open}. */
Component({
  properties: {
    /** Before the title, see svg-icon; '' = none. */
    icon: { type: String, value: '' },
    title: { type: String, value: '' },
    /** How much is folded, e.g. 4 条; '' = not said. */
    count: { type: String, value: '' },
    open: { type: Boolean, value: false },
    /** No row: the content lies open. For what only 关怀模式 folds. */
    flat: { type: Boolean, value: false },
  },

  methods: {
    onTap() {
      const open = !this.data.open
      this.setData({ open })
      this.triggerEvent('change', { open })
    },
  },
})
