import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'

/** Yes or no ("1"/"0"); a declaration that must be agreed to is one box to tick. */
Component({
  behaviors: [fieldBase],
  data: { answer: '', text: '', agreement: false },
  observers: {
    'field, value'(field: Field, value: unknown) {
      const agreement = field.constraints?.mustBeTrue === true
      const answer = value === '1' || value === '0' ? value : ''
      const words = agreement ? { '1': '已同意', '0': '未同意', '': '' } : { '1': '是', '0': '否', '': '' }
      this.setData({ answer, agreement, text: words[answer] })
    },
  },
  methods: {
    onAnswerTap(event: WechatMiniprogram.TouchEvent<Record<string, never>, { answer: string }>) {
      const tapped = String(event.currentTarget.dataset.answer)
      const undo = tapped === this.data.answer && !this.data.required
      this.emitChoice(undo ? null : tapped)
    },
    onAgreeTap() {
      this.emitChoice(this.data.answer === '1' ? '0' : '1')
    },
  },
})
