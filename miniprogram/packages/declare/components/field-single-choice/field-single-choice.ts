import type { Field } from '../../../../shared/form/schema'
import type { ChoiceOption } from '../choice-list/choice-list'
import { fieldBase } from '../field-base/field-base'

/** One of several options. */
Component({
  behaviors: [fieldBase],
  data: { options: [] as readonly ChoiceOption[], text: '' },
  observers: {
    'field, value'(field: Field, value: unknown) {
      const options = (field.options ?? []).map(({ value: one, label }) => ({ value: one, label, on: one === value }))
      const chosen = options.find(({ on }) => on)
      const unknown = typeof value === 'string' && value !== '' && !chosen ? `${value}（不在选项中）` : ''
      this.setData({ options, text: chosen?.label ?? unknown })
    },
  },
  methods: {
    onPick(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const option = this.data.options[event.detail.index]
      if (!option) return
      // Tapping the chosen option of a voluntary field takes it back.
      this.emitChoice(option.on && !this.data.required ? null : option.value)
    },
  },
})
