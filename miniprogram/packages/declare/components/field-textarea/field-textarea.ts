import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'

/** Several lines of text, or an address: grows with its content and counts characters when the form limits them. */
Component({
  behaviors: [fieldBase],
  data: { text: '', length: 0, maxLength: 0, placeholder: '请填写' },
  observers: {
    field(field: Field) {
      this.setData({
        maxLength: field.constraints?.maxLength ?? 0,
        placeholder: field.type === 'address' ? '省、市、区、街道、门牌号' : '请填写',
      })
    },
    value(value: unknown) {
      const text = typeof value === 'string' ? value : ''
      // Writing back what was just typed would move the caret.
      if (text !== this.data.text) this.setData({ text, length: text.length })
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.TextareaInput) {
      const text = event.detail.value
      this.data.text = text
      if (this.data.maxLength > 0) this.setData({ length: text.length })
      this.emitChange(text === '' ? null : text)
    },
    onBlur() {
      this.emitBlur()
    },
  },
})
