import type { Field } from '../../../../shared/form/schema'
import type { ChoiceOption } from '../choice-list/choice-list'
import { fieldBase } from '../field-base/field-base'

/** Any number of options; says how many may or must be chosen. */
Component({
  behaviors: [fieldBase],
  data: { options: [] as readonly ChoiceOption[], text: '', rule: '' },
  observers: {
    'field, value'(field: Field, value: unknown) {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : []
      const options = (field.options ?? []).map(({ value: one, label }) => ({
        value: one,
        label,
        on: chosen.includes(one),
      }))
      const { minSelect, maxSelect } = field.constraints ?? {}
      const least = minSelect && minSelect > 1 ? `至少选 ${minSelect} 项` : ''
      const most = maxSelect ? `最多选 ${maxSelect} 项` : ''
      this.setData({
        options,
        text: options
          .filter(({ on }) => on)
          .map(({ label }) => label)
          .join('、'),
        rule: [least, most].filter(Boolean).join('，') || '可多选',
      })
    },
  },
  methods: {
    onPick(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const { options } = this.data
      const values = options.filter(({ on }, i) => (i === event.detail.index ? !on : on)).map(({ value }) => value)
      this.emitChoice(values.length === 0 ? null : values)
    },
  },
})
