import { defineNumber } from '../kind/number'

/** Units whose amounts can be added up; a sum of distances or of noise levels says nothing. */
const ADDABLE: ReadonlySet<string> = new Set([
  '',
  '辆',
  '台',
  '人',
  '个',
  '件',
  '座',
  '艘',
  '吨',
  '千克',
  '元',
  '万元',
  '㎡',
])

/** A plain number; negative only within a field's own bounds. */
export const kind = defineNumber({
  title: '数字',
  smallest: -1e12,
  precision: 6,
  unit: '',
  addsUp: ({ constraints }) => ADDABLE.has(constraints?.unit ?? ''),
})
