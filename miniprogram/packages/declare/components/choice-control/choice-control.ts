import type { ChoiceOption } from '../choice-list/choice-list'

/** Up to this many options lie open; more go into a sheet, so that the field itself is seen whole. */
const MOST_OPEN = 4
/** Options of so few characters stand side by side. */
const SHORT = 5

/** The control of a choice: its options, or, when they are many, what is chosen and a sheet of them. Event: pick {index}. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** ChoiceOption[] */
    options: { type: Array, value: [] as readonly ChoiceOption[] },
    /** What is chosen, in words; '' = nothing. */
    text: { type: String, value: '' },
    /** How many may or must be chosen; '' = one. */
    rule: { type: String, value: '' },
    several: { type: Boolean, value: false },
    invalid: { type: Boolean, value: false },
  },
  data: { folded: false, beside: false, open: false, used: false },
  observers: {
    'options, several'(options: readonly ChoiceOption[], several: boolean) {
      const beside = !several && options.length === 2 && options.every(({ label }) => label.length <= SHORT)
      this.setData({ folded: options.length > MOST_OPEN, beside })
    },
  },
  methods: {
    onOpenTap() {
      this.setData({ used: true, open: true })
    },
    onClose() {
      this.setData({ open: false })
    },
    /** One of several is the answer; of many there may be more to choose. */
    onPick(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      if (!this.data.several) this.setData({ open: false })
      this.triggerEvent('pick', event.detail)
    },
  },
})
