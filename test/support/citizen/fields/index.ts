import { kindOf } from '../../../../miniprogram/shared/form'
import { answerYesNo, chooseOne, chooseSeveral } from './choice'
import { pickDate, pickPeriod } from './days'
import type { Filler } from './filler'
import { pickRegion } from './region'
import { sign } from './signature'
import { addRows } from './table'
import { typeText } from './text'

export { type Filler, frame } from './filler'

/** By the name of the control; any other one is typed into. */
const FILLERS: Readonly<Record<string, Filler>> = {
  'single-choice': chooseOne,
  'multi-choice': chooseSeveral,
  boolean: answerYesNo,
  date: pickDate,
  daterange: pickPeriod,
  region: pickRegion,
  signature: sign,
  table: addRows,
}

/** Puts an answer into a field of any kind, as a citizen would. */
export const fillField: Filler = (page, box, field, value) =>
  (FILLERS[kindOf(field.type).control(field).name] ?? typeText)(page, box, field, value)
