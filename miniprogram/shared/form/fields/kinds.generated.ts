// Written by scripts/field-types.ts; do not edit.
import type { FieldType } from '../field-type.generated'
import type { MakeKind } from '../kind/kind'
import { kind as address } from './address'
import { kind as area } from './area'
import { kind as boolean } from './boolean'
import { kind as date } from './date'
import { kind as daterange } from './daterange'
import { kind as email } from './email'
import { kind as idCard } from './id-card'
import { kind as money } from './money'
import { kind as multiChoice } from './multi-choice'
import { kind as number } from './number'
import { kind as phone } from './phone'
import { kind as region } from './region'
import { kind as signature } from './signature'
import { kind as singleChoice } from './single-choice'
import { kind as table } from './table'
import { kind as text } from './text'
import { kind as textarea } from './textarea'
import { kind as uscc } from './uscc'

/** Field type → the one file that knows everything about it. */
export const MAKE_KIND: Readonly<Record<FieldType, MakeKind>> = {
  address,
  area,
  boolean,
  date,
  daterange,
  email,
  id_card: idCard,
  money,
  multi_choice: multiChoice,
  number,
  phone,
  region,
  signature,
  single_choice: singleChoice,
  table,
  text,
  textarea,
  uscc,
}
