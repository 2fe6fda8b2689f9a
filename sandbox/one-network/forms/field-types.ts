import type { FictionalAccount } from '../accounts/account'
import type { FormField } from '../catalogue/form-file'
import { maskedCertificate, maskedPhone } from '../masked'
import { isIdNumber, isUscc } from './check-digits'

/** What the provider knows of a field type, by the field dictionary (contract chapter 12). */
export interface ProviderType {
  /** What is wrong with a value; undefined = nothing. Of a table each cell is looked at by its own type. */
  readonly problem: (field: FormField, value: unknown) => string | undefined
  /** What a sample form shows; all of it invented. */
  readonly sample: string
  /** What is ticked on paper. */
  readonly choices?: (field: FormField) => readonly string[]
  /** A value as an officer reads it, when it is no option's. */
  readonly readable?: (value: string) => string
  /** A number of a person, for a screen. */
  readonly masked?: (value: string) => string
  readonly checkDigit?: CheckDigit
  /** What of an account a field of this type asks for, as a rule. */
  readonly ofAccount?: (account: FictionalAccount) => string | undefined
  readonly isTable?: true
  /** Its value is attachIds from #7. */
  readonly holdsFiles?: true
}

interface CheckDigit {
  readonly holds: (text: string) => boolean
  readonly problem: string
}

export const ID_NUMBER: CheckDigit = { holds: isIdNumber, problem: '身份证号校验位错误' }
export const USCC: CheckDigit = { holds: isUscc, problem: '统一社会信用代码校验位错误' }

/** Text of a field without its own limit. */
const DEFAULT_MAX_LENGTH = 500

function textProblem(field: FormField, value: unknown): string | undefined {
  if (typeof value !== 'string') return '应为文本'
  const max = field.constraints?.maxLength ?? DEFAULT_MAX_LENGTH
  return [...value].length > max ? `不能超过 ${max} 个字` : undefined
}

const text = (sample: string, more: Partial<ProviderType> = {}): ProviderType => ({
  problem: textProblem,
  sample,
  ...more,
})

const number = (sample: string): ProviderType => ({
  problem: (_field, value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : '应为数字'),
  sample,
})

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isStringArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
}

const isRange = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).sort().join() === 'begin,end' && isDate(value.begin) && isDate(value.end)

const labels = ({ options = [] }: FormField): readonly string[] => options.map(({ label }) => label)

const isOption = ({ options }: FormField, value: string): boolean =>
  options?.some((option) => option.value === value) ?? false

const TYPES: ReadonlyMap<string, ProviderType> = new Map<string, ProviderType>([
  ['text', text('（示例）虚构内容', { ofAccount: ({ name }) => name })],
  ['textarea', text('（示例）虚构内容，请按实际情况填写')],
  ['uscc', text('（示例）18 位统一社会信用代码', { checkDigit: USCC, ofAccount: ({ uscc }) => uscc })],
  [
    'id_card',
    text('（示例）18 位身份证号码', {
      checkDigit: ID_NUMBER,
      masked: maskedCertificate,
      ofAccount: ({ idNo, legalPersonIdNo }) => idNo ?? legalPersonIdNo,
    }),
  ],
  ['phone', text('13000000100', { masked: maskedPhone, ofAccount: ({ phone }) => phone })],
  ['email', text('example@example.invalid')],
  ['address', text('（示例）天津高新区虚构大道 1 号', { ofAccount: ({ address }) => address })],
  ['region', text('天津市')],
  ['number', number('1')],
  ['money', number('100.00')],
  ['area', number('100.00')],
  [
    'date',
    {
      problem: (_field, value) => (value === '' || isDate(value) ? undefined : '应为日期（yyyy-MM-dd）'),
      sample: '2026-01-05',
    },
  ],
  [
    'daterange',
    {
      problem: (_field, value) => (isRange(value) ? undefined : '应为起止日期'),
      sample: '2026-01-05 至 2027-01-04',
    },
  ],
  [
    'boolean',
    {
      problem: (_field, value) => (value === '1' || value === '0' || value === '' ? undefined : '应为“1”或“0”'),
      sample: '',
      choices: () => ['是', '否'],
      readable: (value) => (value === '1' ? '是' : '否'),
    },
  ],
  [
    'single_choice',
    {
      problem: (field, value) => {
        if (typeof value !== 'string') return '应为文本'
        return value === '' || isOption(field, value) ? undefined : '不在可选范围内'
      },
      sample: '',
      choices: labels,
    },
  ],
  [
    'multi_choice',
    {
      problem: (field, value) => {
        if (!isStringArray(value)) return '应为文本数组'
        return value.every((part) => isOption(field, part)) ? undefined : '不在可选范围内'
      },
      sample: '',
      choices: labels,
    },
  ],
  ['table', { problem: () => undefined, sample: '（示例）', isTable: true }],
  [
    'signature',
    {
      problem: (_field, value) => (isStringArray(value) ? undefined : '应为附件编码数组'),
      sample: '（签名）',
      holdsFiles: true,
    },
  ],
])

const UNNAMED = text('（示例）')

/** A type that the dictionary does not name is a text. */
export const typeOf = ({ type }: FormField): ProviderType => TYPES.get(type) ?? UNNAMED
