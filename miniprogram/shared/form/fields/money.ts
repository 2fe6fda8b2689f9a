import { defineNumber } from './number-checks'

/** An amount in the field's unit (万元 unless it names 元): six decimals of 万元 are one fen. */
export const money = defineNumber(0, 6, '万元')
