/** What was searched for on this phone. Events: choose {words}, drop {words}, clear, close. */
Component({
  properties: {
    history: { type: Array, value: [] as readonly string[] },
  },

  methods: {
    onChooseTap(event: WechatMiniprogram.TouchEvent<object, object, { words: string }>) {
      this.triggerEvent('choose', { words: event.currentTarget.dataset.words })
    },

    onDropTap(event: WechatMiniprogram.TouchEvent<object, object, { words: string }>) {
      this.triggerEvent('drop', { words: event.currentTarget.dataset.words })
    },

    onClearTap() {
      this.triggerEvent('clear')
    },

    onCloseTap() {
      this.triggerEvent('close')
    },
  },
})
