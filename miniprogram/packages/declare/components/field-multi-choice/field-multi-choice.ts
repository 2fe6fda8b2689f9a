import type { Field } from '../../../../shared/form/schema'
import { fieldBase } from '../field-base/field-base'

interface Row {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

/** Any number of options; says how many may or must be chosen. */
Component({
  behaviors: [fieldBase],
  data: { rows: [] as Row[], text: '', rule: '' },
  observers: {
    'field, value'(field: Field, value: unknown) {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : []
      const rows = (field.options ?? []).map(({ value, label }) => ({ value, label, on: chosen.includes(value) }))
      const { minSelect, maxSelect } = field.constraints ?? {}
      const least = minSelect && minSelect > 1 ? `至少选 ${minSelect} 项` : ''
      const most = maxSelect ? `最多选 ${maxSelect} 项` : ''
      this.setData({
        rows,
        text: rows
          .filter((row) => row.on)
          .map((row) => row.label)
          .join('、'),
        rule: [least, most].filter(Boolean).join('，') || '可多选',
      })
    },
  },
  methods: {
    onOptionTap(event: WechatMiniprogram.TouchEvent<Record<string, never>, { index: number }>) {
      const tapped = Number(event.currentTarget.dataset.index)
      const values = this.data.rows.filter((row, i) => (i === tapped ? !row.on : row.on)).map((row) => row.value)
      this.emitChoice(values.length === 0 ? null : values)
    },
  },
})
