import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'
import { parseNumber } from './parse-number'

/** A number with its unit. */
Component({
  behaviors: [fieldBase],
  data: { typed: '', text: '', unit: '', keyboard: 'digit' },
  observers: {
    field(field: Field) {
      const { keyboard = 'digit', unit = '' } = kindOf(field.type).control(field)
      this.setData({ keyboard, unit })
    },
    'value, unit'(value: unknown, unit: string) {
      const typed = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
      const text = typed === '' ? '' : `${typed}${unit ? ` ${unit}` : ''}`
      // `3.0` and `3` are the same number: do not rewrite what is being typed.
      const same = parseNumber(this.data.typed) === (value ?? null)
      this.setData(same ? { text } : { typed, text })
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.data.typed = event.detail.value
      this.emitChange(parseNumber(event.detail.value))
    },
  },
})
