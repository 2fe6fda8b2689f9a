import { defineKind } from '../kind/define'
import { type FieldKind, MISMATCH } from '../kind/kind'
import type { Field, FieldType } from '../schema'
import { MAKE_KIND } from './kinds.generated'

export const FIELD_TYPES = Object.keys(MAKE_KIND) as readonly FieldType[]

/** A form may be newer than the mini-program on the phone: a type that it does not know is told, never a crash. */
const unknown = defineKind<never>({
  title: '未知类型',
  ask: '请填写',
  mismatch: '当前版本还不支持填写这一项，请更新小程序后再试',
  read: () => MISMATCH,
  check: () => [],
  show: () => '',
  control: () => ({ name: 'unknown' }),
  shape: () => ({ kind: 'unknown' }),
  cell: null,
  example: () => {
    throw new Error('a type that is not known has no example')
  },
})(kindOf)

const KINDS: ReadonlyMap<string, FieldKind> = new Map(
  FIELD_TYPES.map((type) => [type, MAKE_KIND[type](kindOf)] as const),
)

/** What is known of a field type: everything that depends on the type is asked here. */
export function kindOf(type: string): FieldKind {
  return KINDS.get(type) ?? unknown
}

/** Is its value the rows of a table: saved row by row, judged cell by cell? */
export const hasRows = ({ type }: Field): boolean => kindOf(type).hasRows

/** Is its value ids of files, as a signature's: they must have arrived, and stay as they are once submitted? */
export const holdsFiles = ({ type }: Field): boolean => kindOf(type).holdsFiles
