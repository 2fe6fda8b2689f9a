import type { AnswerValue } from '../answers'
import type { PatternName } from '../patterns'
import type { Field, FieldConstraints, Logic } from '../schema'
import type { CellKind } from './cell'
import type { Shape } from './shape'

/** What the checks of a field may ask about the rest of the form. */
export interface CheckEnv {
  /** Beijing day, `2026-11-02`. */
  readonly today: string
  readonly holds: (condition: Logic) => boolean
  /** The answer of another field, or of another cell of the same row; null when it is empty or not shown. */
  readonly valueOf: (id: string) => AnswerValue
}

/** One complaint of a field about its value; `at` continues the field's path inside a table (`[2].org`). */
export interface Finding {
  readonly code: string
  readonly message: string
  readonly at?: string
}

export type Normalized =
  { readonly ok: true; readonly value: AnswerValue } | { readonly ok: false; readonly message: string }

/** A value of another shape than the field's type wants. */
export const MISMATCH: unique symbol = Symbol('mismatch')

/** The component that fills in a field, and what it is told besides the field. */
export interface Control {
  /** `packages/declare/components/field-<name>`. */
  readonly name: string
  /** The value changes with every key: what depends on it waits until the field is left. */
  readonly typed?: boolean
  /** WeChat's input types. */
  readonly keyboard?: 'text' | 'number' | 'digit'
  readonly placeholder?: string
  /** Shown behind the value. */
  readonly unit?: string
}

/** Cells of a row with their columns' labels, as a person reads them. */
export type ShownRow = readonly { readonly label: string; readonly text: string }[]

/** What a summary shows instead of the text. */
export interface Details {
  readonly rows?: readonly ShownRow[]
  /** Ids of pictures. */
  readonly attachmentIds?: readonly string[]
}

/** A field that the new version of a form has no place for, as it was, with what stood in it; null = nothing. */
export interface SetAside {
  readonly field: Field
  readonly value: AnswerValue
}

/** A value of one version of a form as another version takes it. */
export interface CarriedValue {
  /** undefined = the field has nothing from before. */
  readonly kept?: AnswerValue
  readonly left?: SetAside
}

/** What a kind says of itself where it differs from the others. */
interface KindTraits {
  /** The part of a field's definition that the kind cannot do without. */
  readonly needs: 'options' | 'columns' | undefined
  /** What a form may limit of its value; the JSON Schema of form files takes no other limit. */
  readonly limits: readonly (keyof FieldConstraints)[]
  /** Its value is a table's rows: saved row by row, judged cell by cell. */
  readonly hasRows: boolean
  /** Its value is ids of files: they must have arrived, are never prefilled, and stay as they are once submitted. */
  readonly holdsFiles: boolean
  /** The pattern that it stands for, when the field names none. */
  readonly pattern: PatternName | undefined
  /** Printed over the full width of the paper. */
  readonly wide: boolean
  /** As a column of a spreadsheet; null = it cannot be a column. */
  readonly cell: CellKind | null
  /** Amounts of a column can be added up. */
  readonly addsUp: (field: Field) => boolean
  /** What is shown of a text that nobody beside the phone should read; the text itself when anybody may. */
  readonly masked: (text: string) => string
  /** What follows from the value, shown beside it, e.g. `30 周岁`; '' = nothing. @param today Beijing day */
  readonly note: (value: unknown, today: string) => string
  /** The value by the situation. @param options keys of the chosen ones */
  readonly fromSituation: (options: readonly string[], field: Field) => unknown
  /** Its value may be taken from an earlier filing (contract chapter 12: days may not). */
  readonly fromEarlier: boolean
  /** Stands for this very form: nobody signed or declared another version of it. */
  readonly isMadeAnew: (field: Field) => boolean
}

/** What one file of fields/ says about its type. `T` is the type of a filled value. */
export interface KindSpec<T extends AnswerValue> extends Partial<KindTraits> {
  /** As the documents for the office call the type: `身份证号码`. */
  readonly title: string
  /** Reads and tidies a foreign value: null when it is empty, MISMATCH when it has another shape. */
  readonly read: (raw: unknown, field: Field) => T | null | typeof MISMATCH
  /** What the citizen reads when the shape is wrong; a kind may say what is wrong with this value. */
  readonly mismatch: string | ((raw: unknown, field: Field) => string)
  /** 请填写 or 请选择 …: the verb of the required message. */
  readonly ask: string
  /** The required message, when the verb and the label are not it. */
  readonly missing?: (field: Field) => Finding
  readonly check: (value: T, field: Field, env: CheckEnv) => readonly Finding[]
  /** The value as a person reads it. */
  readonly show: (value: T, field: Field) => string
  /** All of the value, when `show` tells only how much it is. */
  readonly showInFull?: (value: T, field: Field) => string
  readonly details?: (value: T, field: Field) => Details
  readonly control: (field: Field) => Control
  readonly shape: (field: Field) => Shape
  /** An invented value that a field without further limits accepts. */
  readonly example: (field: Field) => T
  /** What of the value the field of another version can still hold: the value itself when it is all of it. */
  readonly stillFits?: (value: T, target: Field) => T
  /** Takes over a filled value part by part. */
  readonly carry?: FieldKind['carry']
}

/** A field type, with its value type hidden: what the engine works with. */
export interface FieldKind extends KindTraits {
  readonly title: string
  readonly normalize: (raw: unknown, field: Field) => Normalized
  /** `value` as `normalize` gave it: it is not read again, because a full table has thousands of cells. */
  readonly check: (value: AnswerValue, field: Field, env: CheckEnv) => readonly Finding[]
  /** '' when it is empty. */
  readonly show: (value: AnswerValue, field: Field) => string
  readonly showInFull: (value: AnswerValue, field: Field) => string
  readonly details: (value: AnswerValue, field: Field) => Details
  readonly missing: (field: Field) => Finding
  readonly control: (field: Field) => Control
  readonly shape: (field: Field) => Shape
  readonly example: (field: Field) => AnswerValue
  /** A value from elsewhere as the field takes it; null when its shape does not fit, or it is no option any more. */
  readonly fit: (raw: unknown, field: Field, today?: string) => AnswerValue
  /** A filled value of a field as the same field of another version takes it. What is not taken over is left. */
  readonly carry: (value: AnswerValue, field: Field, target: Field) => CarriedValue
}

export type KindOf = (type: string) => FieldKind

/** What each file of fields/ exports as `kind`; made once, with the registry, because a table asks its columns' kinds. */
export type MakeKind = (kindOf: KindOf) => FieldKind
