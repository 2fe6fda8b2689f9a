import type { FieldType } from '../../../../shared/form/schema'

/** Which component shows a field type. The compiler lists a type that is missing here. */
export type ControlKind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'daterange'
  | 'single-choice'
  | 'multi-choice'
  | 'region'
  | 'boolean'
  | 'table'
  | 'signature'

const KIND: Readonly<Record<FieldType, ControlKind>> = {
  text: 'text',
  id_card: 'text',
  uscc: 'text',
  phone: 'text',
  email: 'text',
  textarea: 'textarea',
  address: 'textarea',
  number: 'number',
  money: 'number',
  area: 'number',
  date: 'date',
  daterange: 'daterange',
  single_choice: 'single-choice',
  multi_choice: 'multi-choice',
  region: 'region',
  boolean: 'boolean',
  table: 'table',
  signature: 'signature',
}

/** The component for a field type; 'unknown' for one that this version does not know (forms come from the server). */
export function controlKind(type: string): ControlKind | 'unknown' {
  return new Map<string, ControlKind>(Object.entries(KIND)).get(type) ?? 'unknown'
}
