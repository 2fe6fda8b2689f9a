import type { Answers, TableRow } from './answers'

/** A tunable number, a word, a list of periods (`06-01/06-20`), or steps (`[most, value]`), see parameters.json. */
type ParamValue = number | string | readonly string[] | readonly (readonly number[])[]

/** What a condition or a rule may read. Every declared field is present; empty is null. */
export interface FormContext {
  readonly form: Answers
  /** Situation key → chosen option keys (the matter's own words, not the provider's ids). */
  readonly situation: Readonly<Record<string, readonly string[]>>
  /** Material key → number of files that count. */
  readonly attachments: Readonly<Record<string, number>>
  readonly account: Readonly<Record<string, string | null>>
  readonly credit: Readonly<Record<string, string | null>>
  readonly param: Readonly<Record<string, ParamValue>>
  /** Beijing day, `2026-11-02`. */
  readonly today: string
  /** The row that a rule with `each` is judged for. */
  readonly row?: TableRow
}
