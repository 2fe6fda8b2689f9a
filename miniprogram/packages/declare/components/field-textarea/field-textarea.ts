import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { lengthOf } from '../../../../shared/form/text'
import { fieldBase } from '../field-base/field-base'

/** Several lines of text: grows with its content and counts characters when the form limits them. */
Component({
  behaviors: [fieldBase],
  data: { text: '', length: 0, maxLength: 0, placeholder: '请填写' },
  observers: {
    field(field: Field) {
      const { placeholder = '请填写' } = kindOf(field.type).control(field)
      this.setData({ placeholder, maxLength: field.constraints?.maxLength ?? 0 })
    },
    value(value: unknown) {
      const text = typeof value === 'string' ? value : ''
      // Writing back what was just typed would move the caret.
      if (text !== this.data.text) this.setData({ text, length: lengthOf(text) })
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.TextareaInput) {
      const text = event.detail.value
      this.data.text = text
      if (this.data.maxLength > 0) this.setData({ length: lengthOf(text) })
      this.emitChange(text === '' ? null : text)
    },
  },
})
