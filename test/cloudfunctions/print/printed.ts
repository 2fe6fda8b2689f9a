import { type PrintedDocument } from '../../../cloudfunctions/print/document'
import { summarize, type SummaryItem } from '../../../miniprogram/shared/form'
import { maximal, schema } from '../../shared/fixtures/nurse-registration'

/** A document with these values under the labels 甲, 乙 … */
export function printed(items: readonly SummaryItem[], more: Partial<PrintedDocument> = {}): PrintedDocument {
  return {
    office: '天津高新区政务服务办公室',
    head: [{ label: '办理事项', text: '虚构许可' }],
    mark: '',
    markText: '',
    printedAt: '2026年11月2日 10:42',
    forms: [{ title: '虚构申请表', sections: [{ sectionId: 's', title: '第一部分', items }] }],
    pictures: new Map(),
    ...more,
  }
}

export const item = (label: string, text: string, more: Partial<SummaryItem> = {}): SummaryItem => ({
  fieldId: 'f',
  label,
  wide: false,
  text,
  empty: false,
  ...more,
})

/** A table of `count` rows whose cells say where they are. */
export function table(label: string, columns: readonly string[], count: number, cell = ''): SummaryItem {
  const rows = Array.from({ length: count }, (_row, r) =>
    columns.map((column, c) => ({ label: column, text: `${cell}${r + 1}-${c + 1}` })),
  )
  return item(label, `共 ${count} 行`, { rows })
}

/** A nurse's form, with every field filled. */
export const maximalSections = summarize(schema, maximal)
