import { caseTypes, type CaseType } from '../matters/cases'
import type { FormFile } from '../matters/folders'
import { formTruth, situationTruth, type Truth } from '../matters/truth'
import type { MatterSources } from './sources'
import { table } from './words'

const MARK: Readonly<Record<Truth, string>> = { yes: '', no: '', depends: '（视情况）' }

/** Case type × what is filled in, handed in and checked. */
export function caseTable(sources: MatterSources): string[] {
  const { guide, forms } = sources
  const [form] = forms
  if (form === undefined) return []
  const rows = caseTypes(guide, form).map((one) => [
    one.name,
    listed(
      form.sections,
      ({ showWhen }) => formTruth(showWhen, one.known),
      ({ title }) => title,
    ),
    materialList(sources, one),
    listed(form.rules, ruleTruth(form, one), ({ id }) => id),
  ])
  return table(['申请类别', '要填的栏目', '要交的材料', '适用的校验'], rows)
}

/** A rule that reads what is not filled in says nothing. */
function ruleTruth({ sections }: FormFile, { known }: CaseType): (rule: FormFile['rules'][number]) => Truth {
  const hidden = new Set(
    sections.flatMap(({ showWhen, fields }) => {
      const isHidden = formTruth(showWhen, known) === 'no'
      return fields.filter((field) => isHidden || formTruth(field.showWhen, known) === 'no').map(({ id }) => id)
    }),
  )
  return ({ when, reads, each }) =>
    [...reads, ...(each === undefined ? [] : [each])].some((id) => hidden.has(id)) ? 'no' : formTruth(when, known)
}

function materialList({ guide, matter }: MatterSources, { known }: CaseType): string {
  const nameOf = (key: string): string => matter.materials.find((row) => row.key === key)?.name ?? key
  return listed(
    guide.materials,
    ({ when }) => situationTruth(when, known),
    ({ key, necessity }) => `${nameOf(key)}${necessity === 'optional' ? '（可以不交）' : ''}`,
  )
}

function listed<T>(items: readonly T[], truthOf: (item: T) => Truth, nameOf: (item: T) => string): string {
  return items
    .map((item) => [truthOf(item), item] as const)
    .filter(([truth]) => truth !== 'no')
    .map(([truth, item]) => `${nameOf(item)}${MARK[truth]}`)
    .join('；')
}
