import type { Field, Option } from '../schema'

/** What a value is to a condition or a rule, as far as the form file tells. */
export type Shape =
  | { readonly kind: 'number' | 'text' | 'day' | 'boolean' | 'range' | 'list' | 'unknown' }
  /** One of a field's options (or yes/no). */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Several of a field's options, or the chosen options of a situation. */
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'rows'; readonly columns: readonly Field[] }

export const optionValues = (options: readonly Option[] = []): string[] => options.map(({ value }) => value)
