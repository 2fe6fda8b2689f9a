import { isPatternName, PATTERNS, type PatternName } from '../patterns'
import type { Field } from '../schema'
import { characterProblem, lengthOf, tidy, tooLong } from '../text'
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
    /** How a typed text is stored; by its pattern, or as a clean text, when nothing is said. */
    readonly store?: (typed: string, field: Field) => string
  }

const LINE: Control = { name: 'text', typed: true, keyboard: 'text', placeholder: '请填写' }
/** Whatever the kind: a number that must be a mobile's is typed on the number pad. */
const MOBILE: Control = { ...LINE, keyboard: 'number', placeholder: '11 位手机号' }

/** One line of text on the phone's keyboard. */
export const lineControl =
  (differs: Partial<Control> = {}): KindSpec<string>['control'] =>
  ({ constraints }) =>
    constraints?.pattern === 'mobile' ? MOBILE : { ...LINE, ...differs }

/** A kind whose value is a text, read as it was written. */
export function defineText({ maxLength, multiline, pattern, store = byPattern(pattern), ...spec }: TextSpec): MakeKind {
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

/**
 * As the pattern that the field names, or its kind's own, is stored; a plain text when there is none. Where a condition chooses
 * between two, nobody knows here which.
 */
const byPattern =
  (own?: PatternName) =>
  (typed: string, { constraints: { pattern = own, elsePattern } = {} }: Field): string =>
    pattern === undefined || elsePattern !== undefined || !isPatternName(pattern)
      ? tidy(typed)
      : PATTERNS[pattern].clean(typed)

/** Characters, length, pattern: the first complaint only, so that one slip reads as one. */
export function checkText(value: string, field: Field, env: CheckEnv, rules: TextRules): readonly Finding[] {
  const character = characterProblem(value, rules.multiline ?? false)
  if (character) return [{ code: character.fault === 'picture' ? 'emoji' : 'control', message: character.message }]
  const long = tooLong(value, field.constraints?.maxLength ?? rules.maxLength)
  if (long !== '') return [{ code: 'maxLength', message: long }]
  const min = field.constraints?.minLength ?? 0
  if (min > 0 && lengthOf(value) < min) return [{ code: 'minLength', message: `至少 ${min} 个字` }]
  return checkPattern(value, field, env, rules.pattern)
}

function checkPattern(value: string, field: Field, env: CheckEnv, ownPattern?: string): readonly Finding[] {
  const { pattern = ownPattern, elsePattern, patternWhen } = field.constraints ?? {}
  const name = patternWhen === undefined || env.holds(patternWhen) ? pattern : elsePattern
  if (name === undefined) return []
  if (!isPatternName(name)) return [{ code: 'pattern', message: '这一项的格式暂时无法核对，请联系窗口' }]
  return PATTERNS[name].test(value, env.today) ? [] : [{ code: 'pattern', message: PATTERNS[name].message }]
}
