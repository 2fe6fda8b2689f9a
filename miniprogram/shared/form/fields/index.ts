import { defineKind, type FieldKind, MISMATCH } from '../field-kind'
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

/** A form may be newer than the mini-program on the phone: a type that it does not know is told, never a crash. */
const unknown = defineKind<never>({
  ask: '请填写',
  mismatch: '当前版本还不支持填写这一项，请更新小程序后再试',
  read: () => MISMATCH,
  check: () => [],
  show: () => '',
})

export function kindOf(type: FieldType): FieldKind {
  return FIELD_TYPES.includes(type) ? KINDS[type] : unknown
}
