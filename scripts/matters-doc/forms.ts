import { kindOf } from '../../miniprogram/shared/form/fields'
import { PATTERNS } from '../../miniprogram/shared/form/patterns'
import { IDENTITY_DOCUMENTS } from '../../miniprogram/shared/form/identity-documents'
import type { Field, FieldConstraints, FieldType, FormSchema, Option } from '../../miniprogram/shared/form/schema'
import { conditionWords } from './conditions'
import { PREFILL, table } from './words'

/** Set off from the fields by an ideographic blank. */
const COLUMN = '\u3000列：'

/** The fields of one form, the columns of its tables below them. */
export function formTables(form: FormSchema): string[] {
  const words = conditionWords(form)
  const condition = (field: Field): string => (field.showWhen === undefined ? '' : words(field.showWhen))
  const rows = form.sections.flatMap((section) => [
    [`**${section.title}**`, '', '', section.showWhen === undefined ? '' : words(section.showWhen), '', ''],
    ...section.fields.flatMap((field, i) => [
      [
        field.label,
        kindOf(field.type).title,
        requirement(field, condition(field), words),
        shownAs(condition(field), section.fields[i - 1], condition),
        field.prefill ? PREFILL[field.prefill.source] : '',
        details(field),
      ],
      ...(field.columns ?? []).map((column) => [
        `${COLUMN}${column.label}`,
        kindOf(column.type).title,
        column.required === true ? '是' : '否',
        '',
        '',
        details(column),
      ]),
    ]),
  ])
  return table(['栏目', '类型', '必填', '何时出现', '先填', '选项、限制、提示'], rows)
}

/** A condition that the field above has too is not written out again. */
function shownAs(words: string, above: Field | undefined, condition: (field: Field) => string): string {
  return words !== '' && above !== undefined && condition(above) === words ? '同上' : words
}

function requirement(field: Field, shown: string, words: ReturnType<typeof conditionWords>): string {
  if (field.required === true) return '是'
  if (field.requiredWhen === undefined) return '否'
  const required = words(field.requiredWhen)
  return required === shown ? '出现时必填' : `${required}时必填`
}

/** The six documents stand once, in the introduction: dozens of fields offer them. */
export const DOCUMENTS = Object.values(IDENTITY_DOCUMENTS).map(({ label }) => label)

function optionWords(options: readonly Option[]): string {
  const labels = options.map(({ label }) => label)
  return labels.join() === DOCUMENTS.join() ? '六种身份证件' : labels.join('、')
}

function details({ type, options, constraints, hint, readonly }: Field): string {
  const parts = [
    options === undefined ? undefined : optionWords(options),
    ...bounds(constraints ?? {}, type),
    readonly === true ? '只读' : undefined,
    hint === undefined ? undefined : `提示：${hint}`,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join('；')
}

function bounds(limits: FieldConstraints, type: FieldType): (string | undefined)[] {
  const { unit, precision, pattern, min, max } = limits
  const amount = range('', min, max, unit === undefined ? '' : ` ${unit}`)
  return [
    range('', limits.minLength, limits.maxLength, ' 字'),
    amount ?? (unit === undefined ? undefined : `单位：${unit}`),
    precision === undefined ? undefined : precision === 0 ? '整数' : `小数不超过 ${precision} 位`,
    range('选 ', limits.minSelect, limits.maxSelect, ' 项'),
    range('', limits.minRows, limits.maxRows, ' 行'),
    limits.dateMin === undefined ? undefined : `不早于${day(limits.dateMin)}`,
    limits.dateMax === undefined ? undefined : `不晚于${day(limits.dateMax)}`,
    // A kind with a pattern of its own says by its name what is checked.
    pattern === undefined || kindOf(type).pattern ? undefined : patternWords(pattern),
    limits.mustBeTrue === true ? '必须勾选' : undefined,
  ]
}

/** What the pattern's sentence demands, without its advice: `邮政编码应为 6 位数字`. */
function patternWords(name: string): string {
  const known = Object.entries(PATTERNS).find(([key]) => key === name)
  if (!known) throw new Error(`no pattern ${name}`)
  const [demand = ''] = known[1].message.split('，请')
  return demand.replace(/不正确，/, '')
}

/** `1 至 5 行`, `至少 1 行`, `不超过 5 行`; nothing without bounds, nor for “at least none”. */
function range(before: string, min: number | undefined, max: number | undefined, after: string): string | undefined {
  if (max === undefined) return min === undefined || min === 0 ? undefined : `${before}至少 ${min}${after}`
  return min === undefined || (min === 0 && before !== '')
    ? `${before}不超过 ${max}${after}`
    : `${before}${min} 至 ${max}${after}`
}

const DAY_UNIT: Readonly<Record<string, string>> = { d: '天', m: '个月', y: '年' }

/** `today-6m` → `今天前 6 个月`. */
function day(bound: string): string {
  const [, sign, count, unit] = /^today(?:([+-])(\d+)([dmy]))?$/.exec(bound) ?? []
  if (!bound.startsWith('today')) return bound
  return sign === undefined ? '今天' : `今天${sign === '+' ? '后' : '前'} ${count ?? ''} ${DAY_UNIT[unit ?? ''] ?? ''}`
}
