import type { Rule } from '../../miniprogram/shared/form/schema'
import { caseTypes, type CaseType, fieldTruth } from '../matters/cases'
import type { FormFile } from '../matters/folders'
import { all, formTruth, type Known, situationTruth, type Truth } from '../matters/truth'
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
    ...form.rules.map((rule) => row(`校验：${rule.id}`, (one) => ruleTruth(rule, form, one.known))),
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

/** A rule waits for all that it reads: what is not filled in, it never judges. */
function ruleTruth({ when, reads, each }: Rule, form: FormFile, known: Known): Truth {
  const fields = [...reads.filter((path) => !path.startsWith('row.')), ...(each === undefined ? [] : [each])]
  return all([formTruth(when, known), ...fields.map((id) => fieldTruth(form, id, known))])
}
