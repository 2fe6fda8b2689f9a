import { defineNumber } from '../kind/number'

/** An area in square metres. */
export const kind = defineNumber({ title: '面积', smallest: 0, precision: 2, unit: '㎡', addsUp: () => true })
