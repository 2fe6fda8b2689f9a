/** An option as it is drawn. */
export interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly on: boolean
  /** For a screen reader; absent = the label. */
  readonly spoken?: string
}

/** Options that lie open, one or several of which are chosen. Event: pick {index}. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** ChoiceOption[] */
    options: { type: Array, value: [] as readonly ChoiceOption[] },
    several: { type: Boolean, value: false },
    invalid: { type: Boolean, value: false },
    /** Two short ones stand side by side. */
    beside: { type: Boolean, value: false },
  },
  methods: {
    onOptionTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('pick', { index: Number(event.currentTarget.dataset.index) })
    },
  },
})
