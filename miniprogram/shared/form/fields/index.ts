import type { FieldKind } from '../field-kind'
import type { FieldType } from '../schema'
import { address } from './address'
import { area } from './area'
import { boolean } from './boolean'
import { date } from './date'
import { daterange } from './daterange'
import { email } from './email'
import { idCard } from './id-card'
import { money } from './money'
import { multiChoice } from './multi-choice'
import { number } from './number'
import { phone } from './phone'
import { region } from './region'
import { signature } from './signature'
import { singleChoice } from './single-choice'
import { defineTable } from './table'
import { text } from './text'
import { textarea } from './textarea'
import { uscc } from './uscc'

/** Every field type and the one file that knows everything about it. The compiler lists a type that is missing here. */
const KINDS: Readonly<Record<FieldType, FieldKind>> = {
  text,
  textarea,
  number,
  date,
  daterange,
  single_choice: singleChoice,
  multi_choice: multiChoice,
  region,
  address,
  id_card: idCard,
  uscc,
  phone,
  email,
  money,
  area,
  boolean,
  table: defineTable((type) => kindOf(type)),
  signature,
}

export const FIELD_TYPES: readonly string[] = Object.keys(KINDS)

export function kindOf(type: FieldType): FieldKind {
  return KINDS[type]
}
