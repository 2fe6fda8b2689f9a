import { defineNumber } from './number-checks'

/** A plain number; negative only within a field's own bounds. */
export const number = defineNumber(-1e12, 6, '')
