import type { Field, Rule } from '../../miniprogram/shared/form/schema'
import { caseTypes, type CaseType } from '../matters/cases'
import type { FormFile } from '../matters/folders'
import { formTruth, situationTruth, type Truth } from '../matters/truth'
import type { MatterSources } from './sources'
import { table } from './words'

const MARK: Readonly<Record<Truth, string>> = { yes: '●', depends: '○', no: '' }

interface Row {
  readonly name: string
  readonly truths: readonly Truth[]
}

/** What is filled in, handed in and checked × case type: a mark where it belongs to the case. */
export function caseTable({ guide, forms, matter }: MatterSources): string[] {
  const [form] = forms
  if (form === undefined) return []
  const types = caseTypes(guide, form)
  const row = (name: string, truthOf: (one: CaseType) => Truth): Row => ({ name, truths: types.map(truthOf) })
  const nameOf = (key: string): string => matter.materials.find((known) => known.key === key)?.name ?? key
  const rows = [
    ...form.sections.map(({ title, showWhen }) => row(`栏目：${title}`, ({ known }) => formTruth(showWhen, known))),
    ...guide.materials.map(({ key, necessity, when }) =>
      row(`材料：${nameOf(key)}${necessity === 'optional' ? '（可以不交）' : ''}`, ({ known }) =>
        situationTruth(when, known),
      ),
    ),
    ...form.rules.map((rule) => row(`校验：${rule.id}`, (one) => ruleTruth(rule, form, one))),
  ]
  const isAlways = ({ truths }: Row): boolean => truths.every((truth) => truth === 'yes')
  return [
    `每种类别都有：${rows
      .filter(isAlways)
      .map(({ name }) => name)
      .join('；')}。`,
    '',
    ...table(
      ['●：有；○：视情况；空白：没有', ...types.map(({ name }) => name)],
      rows.filter((one) => !isAlways(one)).map(({ name, truths }) => [name, ...truths.map((truth) => MARK[truth])]),
    ),
  ]
}

/** A rule says nothing where the fields that it speaks at are not shown. */
function ruleTruth({ each, marks, when }: Rule, { sections }: Pick<FormFile, 'sections'>, { known }: CaseType): Truth {
  const places = each === undefined ? marks : [each]
  const isHidden = (id: string): boolean =>
    sections.some(({ showWhen, fields }) =>
      fields.some(
        (field: Field) => field.id === id && [showWhen, field.showWhen].some((one) => formTruth(one, known) === 'no'),
      ),
    )
  return places.length > 0 && places.every(isHidden) ? 'no' : formTruth(when, known)
}
