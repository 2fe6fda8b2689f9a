import type { Field, FieldType } from '../../../../shared/form/schema'

/** How the phone's keyboard helps with a one-line value. */
export interface InputTraits {
  /** WeChat's input types; `idcard` is the number pad with X. */
  readonly keyboard: 'text' | 'number' | 'idcard'
  readonly placeholder: string
  /** Longest text that makes sense when the form states none. Room for spaces, which are removed later. */
  readonly maxLength: number
}

const TEXT: InputTraits = { keyboard: 'text', placeholder: '请填写', maxLength: 200 }

const TRAITS: Partial<Record<FieldType, InputTraits>> = {
  text: TEXT,
  // Not the idcard keyboard: the same field holds passport numbers when the form allows them.
  id_card: { keyboard: 'text', placeholder: '请填写证件号码', maxLength: 30 },
  uscc: { keyboard: 'text', placeholder: '18 位统一社会信用代码', maxLength: 30 },
  // Not the number pad: landlines have a hyphen.
  phone: { keyboard: 'text', placeholder: '手机号，或带区号的座机号', maxLength: 30 },
  email: { keyboard: 'text', placeholder: '例如 name@example.cn', maxLength: 100 },
}

const MOBILE: InputTraits = { keyboard: 'number', placeholder: '11 位手机号', maxLength: 30 }

/** Keyboard and placeholder for a field; a plain text line for a type without its own. */
export function inputTraits({ type, constraints }: Pick<Field, 'type' | 'constraints'>): InputTraits {
  return constraints?.pattern === 'mobile' ? MOBILE : (TRAITS[type] ?? TEXT)
}
