import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'
import { parseNumber } from './parse-number'

const DEFAULT_UNIT: Partial<Record<Field['type'], string>> = { money: '万元', area: '㎡' }

/** A number with its unit: number, money, area. */
Component({
  behaviors: [fieldBase],
  data: { typed: '', text: '', unit: '', keyboard: 'digit' },
  observers: {
    field(field: Field) {
      const { unit, precision, min } = field.constraints ?? {}
      // The number pads of phones have no minus sign.
      const negative = min !== undefined && min < 0
      this.setData({
        unit: unit ?? DEFAULT_UNIT[field.type] ?? '',
        keyboard: negative ? 'text' : precision === 0 ? 'number' : 'digit',
      })
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
    onBlur() {
      this.emitBlur()
    },
  },
})
