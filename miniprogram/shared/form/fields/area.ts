import { defineNumber } from './number-checks'

/** An area in square metres. */
export const area = defineNumber(0, 2, '㎡')
