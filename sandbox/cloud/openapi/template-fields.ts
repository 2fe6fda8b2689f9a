interface FieldKind {
  readonly atMost?: number
  readonly pattern?: RegExp
}

/** Kinds of template fields by the name before their number, e.g. thing1 (source: WeChat, 订阅消息参数值内容限制说明). */
const KINDS: Readonly<Record<string, FieldKind>> = {
  thing: { atMost: 20 },
  number: { atMost: 32, pattern: /^-?\d+(\.\d+)?$/ },
  letter: { atMost: 32, pattern: /^[A-Za-z]+$/ },
  symbol: { atMost: 5, pattern: /^[^\p{L}\p{N}]+$/u },
  character_string: { atMost: 32, pattern: /^[\x20-\x7e]+$/ },
  time: { pattern: /^(\d{4}年\d{1,2}月\d{1,2}日 ?|\d{4}-\d{1,2}-\d{1,2} )?\d{1,2}:\d{2}(:\d{2})?(~.+)?$/ },
  date: { pattern: /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})( ?\d{1,2}:\d{2}(:\d{2})?)?(~.+)?$/ },
  amount: { pattern: /^[^\d\s]?\d{1,10}(\.\d+)?元?$/ },
  phone_number: { atMost: 17, pattern: /^[\d+\-() ]+$/ },
  car_number: { atMost: 8 },
  name: { pattern: /^(\p{Script=Han}{1,10}|[A-Za-z ·.]{1,20}|[\p{Script=Han}A-Za-z ·.]{1,10})$/u },
  phrase: { pattern: /^\p{Script=Han}{1,5}$/u },
}

/** What is wrong with a field's value, in WeChat's tone, or undefined. Characters are counted, not bytes. */
export function fieldProblem(field: string, value: unknown): string | undefined {
  const kind = KINDS[field.replace(/\d+$/, '')]
  if (!kind) return 'is of an unknown kind'
  if (typeof value !== 'string' && typeof value !== 'number') return 'is empty'
  const text = String(value)
  if (text.trim() === '') return 'is empty'
  if (/\p{Cc}/u.test(text)) return 'contains control characters'
  if (kind.atMost !== undefined && [...text].length > kind.atMost) return `is longer than ${kind.atMost}`
  if (kind.pattern && !kind.pattern.test(text)) return 'does not fit its kind'
  return undefined
}
