import type { Field } from '../../../../../miniprogram/shared/form/index'
import type { Screen } from '../../../../support/screen'
import { plugIn, renderComponent, unplug } from '../../../../support/simulate'

/** A table field on the screen. */

const RESUME: Field = {
  id: 'resume',
  label: '经历',
  type: 'table',
  required: true,
  columns: [
    { id: 'org', label: '单位', type: 'text', required: true },
    { id: 'years', label: '年数', type: 'number', constraints: { unit: '年' } },
  ],
  constraints: { minRows: 1, maxRows: 3 },
}
export const ROWS = [
  { org: '虚构一中', years: 3 },
  { org: '虚构医院', years: null },
]

export const show = (properties: object = {}): Screen =>
  renderComponent('packages/declare/components/field-table/field-table', {
    field: RESUME,
    value: ROWS,
    required: true,
    ...properties,
  })

export const type = (table: Screen, column: string, value: unknown): Promise<void> =>
  table.call('onCellChange', { currentTarget: { dataset: { column } }, detail: { value } })
export const leave = (table: Screen, column: string): Promise<void> =>
  table.call('onCellBlur', { currentTarget: { dataset: { column } } })
export const open = (table: Screen, index: number): Promise<void> =>
  table.call('onRowTap', { currentTarget: { dataset: { index } } })

/** The phone is plugged in before each test, and out after it. */
export function prepareTable(): void {
  beforeEach(() => plugIn())
  afterEach(unplug)
}
