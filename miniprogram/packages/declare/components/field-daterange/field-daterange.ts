import { formatBeijingDate } from '../../../../shared/domain/time'
import type { DateRange } from '../../../../shared/form/answers'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'
import { dateLimits } from '../field-date/date-limits'

function asRange(value: unknown): DateRange {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { begin: '', end: '' }
  const { begin, end } = value as Partial<Record<keyof DateRange, unknown>>
  return { begin: typeof begin === 'string' ? begin : '', end: typeof end === 'string' ? end : '' }
}

/** A first and a last day, each from the phone's date wheel; an unfinished range has '' on one side. */
Component({
  behaviors: [fieldBase],
  data: { begin: '', end: '', beginText: '', endText: '', text: '', start: '1900-01-01', limit: '2100-12-31' },
  observers: {
    'field, today'(field: Field, today: string) {
      const { start, end } = dateLimits(field, today)
      this.setData({ start, limit: end })
    },
    value(value: unknown) {
      this.show(asRange(value))
    },
  },
  methods: {
    show({ begin, end }: DateRange) {
      const [beginText, endText] = [formatBeijingDate(begin), formatBeijingDate(end)]
      const text = begin || end ? `${beginText || '未选'} 至 ${endText || '未选'}` : ''
      this.setData({ begin, end, beginText, endText, text })
    },
    onBeginPick(event: WechatMiniprogram.PickerChange) {
      this.pick({ begin: String(event.detail.value), end: this.data.end })
    },
    onEndPick(event: WechatMiniprogram.PickerChange) {
      this.pick({ begin: this.data.begin, end: String(event.detail.value) })
    },
    pick(range: DateRange) {
      // Shown at once: the page writes a value back only when the field is left, and half a range is not left yet.
      this.show(range)
      this.emitChange(range)
      // Half a range is not wrong yet: judge it when both days are there.
      if (range.begin && range.end) this.emitBlur()
    },
  },
})
