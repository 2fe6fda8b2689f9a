import { formatBeijingDate } from '../../../../shared/domain/time'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'
import { dateLimits } from './date-limits'

/** One day, picked from the phone's date wheel. */
Component({
  behaviors: [fieldBase],
  data: { day: '', text: '', start: '1900-01-01', end: '2100-12-31' },
  observers: {
    'field, today'(field: Field, today: string) {
      this.setData({ ...dateLimits(field, today) })
    },
    value(value: unknown) {
      const day = typeof value === 'string' ? value : ''
      this.setData({ day, text: formatBeijingDate(day) })
    },
  },
  methods: {
    onPick(event: WechatMiniprogram.PickerChange) {
      this.emitChoice(String(event.detail.value))
    },
  },
})
