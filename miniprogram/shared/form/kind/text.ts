import { isPatternName, PATTERNS, type PatternName } from '../patterns'
import type { Field } from '../schema'
import { hasEmoji, hasInvisible, lengthOf, tidy } from '../text'
import { defineKind } from './define'
import { type CheckEnv, type Control, type Finding, type KindSpec, type MakeKind, MISMATCH } from './kind'

/** Longest text when a form file sets no limit; a draft must stay far below what one cloud call takes (100 KB). */
export const DEFAULT_MAX_LENGTH = { text: 200, textarea: 2000 } as const

interface TextRules {
  readonly maxLength: number
  readonly multiline?: boolean
  readonly pattern?: PatternName
}

type TextSpec = TextRules &
  Pick<KindSpec<string>, 'title' | 'mismatch'> &
  Partial<Omit<KindSpec<string>, 'read' | 'pattern'>> & {
    /** How a typed text is stored; without blanks at its ends, when nothing is said. */
    readonly store?: (typed: string, field: Field) => string
  }

const LINE: Control = { name: 'text', typed: true, keyboard: 'text', placeholder: '请填写', maxLength: 200 }
/** Whatever the kind: a number that must be a mobile's is typed on the number pad. */
const MOBILE: Control = { ...LINE, keyboard: 'number', placeholder: '11 位手机号', maxLength: 30 }

/** One line of text on the phone's keyboard. */
export const lineControl =
  (differs: Partial<Control> = {}): KindSpec<string>['control'] =>
  ({ constraints }) =>
    constraints?.pattern === 'mobile' ? MOBILE : { ...LINE, ...differs }

/** A kind whose value is a text, read as it was written. */
export function defineText({ maxLength, multiline, pattern, store = tidy, ...spec }: TextSpec): MakeKind {
  const rules = { maxLength, ...(multiline === undefined ? {} : { multiline }), ...(pattern ? { pattern } : {}) }
  return defineKind<string>({
    ask: '请填写',
    limits: ['minLength', 'maxLength', 'pattern'],
    check: (value, field, env) => checkText(value, field, env, rules),
    show: (value) => value,
    control: lineControl(),
    shape: () => ({ kind: 'text' }),
    example: ({ constraints }) => '虚构'.slice(0, constraints?.maxLength),
    ...spec,
    ...(pattern ? { pattern } : {}),
    read: (raw, field) => (typeof raw === 'string' ? store(raw, field) || null : MISMATCH),
  })
}

/** Invisible characters, emoji, length, pattern: the first complaint only, so that one slip reads as one. */
export function checkText(value: string, field: Field, env: CheckEnv, rules: TextRules): readonly Finding[] {
  if (hasInvisible(value, rules.multiline ?? false)) {
    return [{ code: 'control', message: '含有看不见的特殊字符，请删除后重新输入' }]
  }
  if (hasEmoji(value)) return [{ code: 'emoji', message: '请不要使用表情符号' }]
  const length = lengthOf(value)
  const max = field.constraints?.maxLength ?? rules.maxLength
  if (length > max) return [{ code: 'maxLength', message: `最多 ${max} 个字，现在有 ${length} 个` }]
  const min = field.constraints?.minLength ?? 0
  if (length < min) return [{ code: 'minLength', message: `至少 ${min} 个字` }]
  return checkPattern(value, field, env, rules.pattern)
}

function checkPattern(value: string, field: Field, env: CheckEnv, ownPattern?: string): readonly Finding[] {
  const { pattern = ownPattern, elsePattern, patternWhen } = field.constraints ?? {}
  const name = patternWhen === undefined || env.holds(patternWhen) ? pattern : elsePattern
  if (name === undefined) return []
  if (!isPatternName(name)) return [{ code: 'pattern', message: '这一项的格式暂时无法核对，请联系窗口' }]
  return PATTERNS[name].test(value) ? [] : [{ code: 'pattern', message: PATTERNS[name].message }]
}
