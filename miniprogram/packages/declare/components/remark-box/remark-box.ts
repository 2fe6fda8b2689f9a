/** What the citizen says to the office besides the items. Event: say {value}. */
Component({
  properties: {
    /** What the box begins with: writing back what is typed would move the caret. */
    value: { type: String, value: '' },
    /** What is wrong with it; '' = nothing. */
    obstacle: { type: String, value: '' },
    /** The phone did not keep it. */
    unkept: { type: Boolean, value: false },
  },

  methods: {
    onInput({ detail: { value } }: WechatMiniprogram.TextareaInput) {
      this.triggerEvent('say', { value })
    },
  },
})
