import type { Rule } from '../../miniprogram/shared/form/schema'
import { caseTypes, type CaseType, fieldTruth } from '../matters/cases'
import type { FormFile } from '../matters/folders'
import { all, formTruth, type Known, situationTruth, type Truth } from '../matters/truth'
import type { MatterSources } from './sources'
import { table } from './words'

const MARK: Readonly<Record<Truth, string>> = { yes: '', no: '', depends: '（视情况）' }

type Entries = readonly string[]

/** Case type × what is filled in, handed in and checked. What all cases have in common stands once, in the first row. */
export function caseTable(sources: MatterSources): string[] {
  const { guide, forms } = sources
  const [form] = forms
  if (form === undefined) return []
  const rows = caseTypes(guide, form).map((one) => ({ name: one.name, columns: columnsOf(sources, form, one) }))
  const common = rows.length > 1 ? (rows[0]?.columns ?? []).map((entries, i) => inAll(entries, rows, i)) : []
  const cells = (columns: readonly Entries[]): string[] => columns.map((entries) => entries.join('；'))
  return table(
    ['申请类别', '要填的栏目', '要交的材料', '适用的校验'],
    [
      ...(common.length > 0 ? [['各类都有', ...cells(common)]] : []),
      ...rows.map(({ name, columns }) => [
        name,
        ...cells(columns.map((entries, i) => entries.filter((entry) => !common[i]?.includes(entry)))),
      ]),
    ],
  )
}

const inAll = (entries: Entries, rows: readonly { readonly columns: readonly Entries[] }[], column: number): Entries =>
  entries.filter((entry) => rows.every(({ columns }) => columns[column]?.includes(entry)))

function columnsOf(sources: MatterSources, form: FormFile, one: CaseType): readonly Entries[] {
  return [
    listed(
      form.sections,
      ({ showWhen }) => formTruth(showWhen, one.known),
      ({ title }) => title,
    ),
    materialList(sources, one),
    listed(
      form.rules,
      (rule) => ruleTruth(rule, form, one.known),
      ({ id }) => id,
    ),
  ]
}

/** A rule waits for all that it reads: what is not filled in, it never judges. */
function ruleTruth({ when, reads, each }: Rule, form: FormFile, known: Known): Truth {
  const fields = [...reads.filter((path) => !path.startsWith('row.')), ...(each === undefined ? [] : [each])]
  return all([formTruth(when, known), ...fields.map((id) => fieldTruth(form, id, known))])
}

function materialList({ guide, matter }: MatterSources, { known }: CaseType): Entries {
  const nameOf = (key: string): string => matter.materials.find((row) => row.key === key)?.name ?? key
  return listed(
    guide.materials,
    ({ when }) => situationTruth(when, known),
    ({ key, necessity }) => `${nameOf(key)}${necessity === 'optional' ? '（可以不交）' : ''}`,
  )
}

const listed = <T>(items: readonly T[], truthOf: (item: T) => Truth, nameOf: (item: T) => string): Entries =>
  items
    .map((item) => [truthOf(item), item] as const)
    .filter(([truth]) => truth !== 'no')
    .map(([truth, item]) => `${nameOf(item)}${MARK[truth]}`)
