import { defineNumber } from '../kind/number'

/** An amount in the field's unit (万元 unless it names 元): six decimals of 万元 are one fen. */
export const kind = defineNumber({ title: '金额', smallest: 0, precision: 6, unit: '万元', addsUp: () => true })
