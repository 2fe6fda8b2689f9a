import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'

/** One line of text, on the keyboard that its kind names. The box cuts nothing: what is too long is told. */
Component({
  behaviors: [fieldBase],
  data: { text: '', keyboard: 'text', placeholder: '' },
  observers: {
    field(field: Field) {
      const { keyboard = 'text', placeholder = '' } = kindOf(field.type).control(field)
      this.setData({ keyboard, placeholder })
    },
    value(value: unknown) {
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
      // Writing back what was just typed would move the caret.
      if (text !== this.data.text) this.setData({ text })
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      // Kept without setData: the native input already shows it.
      this.data.text = event.detail.value
      this.emitChange(event.detail.value === '' ? null : event.detail.value)
    },
  },
})
