import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'

/** Up to this many options are shown at once; more go into a wheel. */
const MOST_VISIBLE_OPTIONS = 4
/** Options of so few characters stand side by side. */
const SHORT = 5

/** One of several options: all visible when they are few, a wheel when they are many. */
Component({
  behaviors: [fieldBase],
  data: {
    options: [] as NonNullable<Field['options']>,
    labels: [] as string[],
    index: -1,
    text: '',
    wheel: false,
    beside: false,
  },
  observers: {
    'field, value'(field: Field, value: unknown) {
      const options = field.options ?? []
      const index = options.findIndex((option) => option.value === value)
      const unknown = typeof value === 'string' && value !== '' && index < 0 ? `${value}（不在选项中）` : ''
      this.setData({
        options,
        labels: options.map((option) => option.label),
        index,
        text: options[index]?.label ?? unknown,
        wheel: options.length > MOST_VISIBLE_OPTIONS,
        beside: options.length === 2 && options.every((option) => option.label.length <= SHORT),
      })
    },
  },
  methods: {
    onOptionTap(event: WechatMiniprogram.TouchEvent<Record<string, never>, { index: number }>) {
      this.choose(Number(event.currentTarget.dataset.index))
    },
    onPick(event: WechatMiniprogram.PickerChange) {
      this.choose(Number(event.detail.value))
    },
    choose(index: number) {
      const option = this.data.options[index]
      if (!option) return
      // Tapping the chosen option of a voluntary field takes it back.
      const undo = index === this.data.index && !this.data.required && !this.data.wheel
      this.emitChoice(undo ? null : option.value)
    },
  },
})
