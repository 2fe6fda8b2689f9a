import { FormSummaries } from '../../../../../miniprogram/packages/declare/review/form-summary-view'
import type { FormSchema } from '../../../../../miniprogram/shared/form/index'
import { declaration } from '../declaration-fixture'

/** One section: six answers of which one is empty, and a table. */
const SCHEMA: FormSchema = {
  formId: 'F',
  version: '1',
  title: '表',
  sections: [
    {
      id: 's',
      title: '第一节',
      fields: [
        { id: 'empty', label: '空的', type: 'text', required: false },
        ...['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id, type: 'text', required: true }) as const),
        {
          id: 'people',
          label: '人员',
          type: 'table',
          required: true,
          columns: [
            { id: 'name', label: '姓名', type: 'text', required: true },
            { id: 'mobile', label: '手机', type: 'phone', required: true },
          ],
        },
      ],
    },
  ],
  rules: [],
  notes: [],
}

function summaries(complete = false): FormSummaries {
  const base = declaration()
  const [form] = base.forms
  if (!form) throw new Error('the fixture has no form')
  const answers = { a: '1', b: '2', c: '3', d: '4', e: '5', people: [{ name: '甲', mobile: '13000000102' }] }
  return new FormSummaries({ ...base, forms: [{ ...form, schema: SCHEMA, answers }] }, {}, complete)
}
const section = (forms: FormSummaries) => forms.views[0]?.sections[0]
const labels = (forms: FormSummaries) => section(forms)?.entries.map(({ label }) => label)

test('four answers show; the fold counts all others, and those that are empty', () => {
  const forms = summaries()
  expect(labels(forms)).toEqual(['a', 'b', 'c', 'd'])
  expect(section(forms)?.rest).toBe('看每一行，还有 3 项（1 项没有填）')
  expect(section(summaries(true))?.rest).toBe('看每一行，还有 3 项（1 项选填没有填）')
})

test('opened, nothing is left out; a table shows its rows, telephones in them masked until revealed', () => {
  const forms = summaries()
  forms.toggle(section(forms)?.key ?? '')
  expect(labels(forms)).toEqual(['空的', 'a', 'b', 'c', 'd', 'e', '人员'])
  const cells = () =>
    section(forms)
      ?.entries.at(-1)
      ?.table?.rows[0]?.cells.map(({ text }) => text)
  expect(cells()).toEqual(['甲', '130******02'])
  forms.reveal(true)
  expect(cells()).toEqual(['甲', '13000000102'])
  forms.toggle(section(forms)?.key ?? '')
  expect(labels(forms)).toHaveLength(4)
})

test('numbers, telephones and addresses stand above the fold, in the form’s order: they must be right above all', () => {
  const [form] = declaration().forms
  const [first] = SCHEMA.sections
  if (!form || !first) throw new Error('the fixture has no form')
  const tel = { id: 'tel', label: '电话', type: 'phone', required: true } as const
  const schema = { ...SCHEMA, sections: [{ ...first, fields: [...first.fields, tel] }] }
  const answers = { a: '1', b: '2', c: '3', d: '4', e: '5', people: [], tel: '13000000102' }
  const forms = new FormSummaries({ ...declaration(), forms: [{ ...form, schema, answers }] }, {}, false)
  expect(labels(forms)).toEqual(['a', 'b', 'c', '电话'])
})
