import type { Field } from '../../../../shared/form/schema'
import type { ChoiceOption } from '../choice-list/choice-list'
import { fieldBase } from '../field-base/field-base'

/** Yes or no ("1"/"0"); a declaration that must be agreed to is one box to tick. */
Component({
  behaviors: [fieldBase],
  data: { options: [] as readonly ChoiceOption[], text: '', agreement: false },
  observers: {
    'field, value'(field: Field, value: unknown) {
      const agreement = field.constraints?.mustBeTrue === true
      const answer = value === '1' || value === '0' ? value : ''
      const words = agreement ? { '1': '已同意', '0': '未同意', '': '' } : { '1': '是', '0': '否', '': '' }
      const agree = {
        value: '1',
        label: '我已阅读并同意',
        spoken: `我已阅读并同意：${field.label}`,
        on: answer === '1',
      }
      const yesNo = (['1', '0'] as const).map((one) => ({ value: one, label: words[one], on: answer === one }))
      this.setData({ agreement, options: agreement ? [agree] : yesNo, text: words[answer] })
    },
  },
  methods: {
    onPick(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const option = this.data.options[event.detail.index]
      if (!option) return
      if (this.data.agreement) this.emitChoice(option.on ? '0' : '1')
      else this.emitChoice(option.on && !this.data.required ? null : option.value)
    },
  },
})
