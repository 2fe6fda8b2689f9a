import type { CheckEnv, Finding } from '../field-kind'
import { isPatternName, PATTERNS } from '../patterns'
import type { Field } from '../schema'
import { hasEmoji, hasInvisible, lengthOf } from '../text'

/** Longest text when a form file sets no limit; a draft must stay far below what one cloud call takes (100 KB). */
export const DEFAULT_MAX_LENGTH = { text: 200, textarea: 2000 } as const

interface TextRules {
  readonly maxLength: number
  readonly multiline?: boolean
  readonly pattern?: string
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
