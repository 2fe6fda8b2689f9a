import type { TableRow } from '../../shared/form/answers'
import type { Field } from '../../shared/form/schema'
import { confirm } from '../../platform/feedback'
import { fieldBase, type ChangeDetail } from '../field-base/field-base'
import { asRows, emptyRow, isEmptyRow, rowsText, rowView, type RowView } from './table-rows'

type RowTap = WechatMiniprogram.TouchEvent<Record<string, never>, { index: number }>
type CellEvent = WechatMiniprogram.CustomEvent<ChangeDetail, Record<string, never>, { index: number; column: string }>

/** No row is being edited. */
const CLOSED = -1

/** Rows as cards: add, edit in place, copy, delete after a question. The value is the array of rows, null when none. */
Component({
  behaviors: [fieldBase],
  properties: {
    cellErrors: { type: Object, value: {} },
  },
  data: { rows: [] as readonly TableRow[], views: [] as RowView[], editing: CLOSED, countText: '', full: false },
  observers: {
    value(value: unknown) {
      const rows = asRows(value)
      // What this component itself just sent up comes back: the open row must not be redrawn under the finger.
      if (JSON.stringify(rows) !== JSON.stringify(this.data.rows)) this.show(rows, this.data.editing)
    },
    'field, cellErrors'() {
      this.show(this.data.rows, this.data.editing)
    },
  },
  methods: {
    show(rows: readonly TableRow[], editing: number) {
      const field: Field = this.data.field
      const columns = field.columns ?? []
      const cellErrors: Readonly<Record<string, string>> = this.data.cellErrors
      this.setData({
        rows,
        views: rows.map((row, index) => rowView(columns, row, index, cellErrors)),
        editing: editing < rows.length ? editing : CLOSED,
        countText: rowsText(rows.length, field),
        full: rows.length >= (field.constraints?.maxRows ?? Infinity),
      })
    },
    replace(rows: readonly TableRow[], editing: number) {
      this.show(rows, editing)
      this.emitChange(rows.length === 0 ? null : rows)
    },
    /** Rows without those that were added and never filled. */
    kept(): readonly TableRow[] {
      return this.data.rows.filter((row) => !isEmptyRow(row))
    },
    onAddTap() {
      if (this.data.full) return
      const rows = [...this.kept(), emptyRow(this.data.field.columns ?? [])]
      this.replace(rows, rows.length - 1)
    },
    onEditTap(event: RowTap) {
      this.setData({ editing: Number(event.currentTarget.dataset.index) })
    },
    onDoneTap() {
      this.replace(this.kept(), CLOSED)
      this.emitBlur()
    },
    onCopyTap(event: RowTap) {
      const index = Number(event.currentTarget.dataset.index)
      const row = this.data.rows[index]
      if (!row || this.data.full) return
      this.replace([...this.data.rows.slice(0, index + 1), { ...row }, ...this.data.rows.slice(index + 1)], index + 1)
    },
    async onDeleteTap(event: RowTap) {
      const index = Number(event.currentTarget.dataset.index)
      const content = `删除后第 ${index + 1} 行填写的内容不能恢复。`
      if (!(await confirm({ title: '删除这一行？', content, confirmText: '删除' }))) return
      this.replace(
        this.data.rows.filter((_, i) => i !== index),
        CLOSED,
      )
      this.emitBlur()
    },
    onCellChange(event: CellEvent) {
      const { index, column } = event.currentTarget.dataset
      const rows = this.data.rows.map((row, i) =>
        i === Number(index) ? { ...row, [column]: event.detail.value } : row,
      )
      // Kept without setData: the open cell shows what is typed; its card is drawn again when the row is closed.
      this.data.rows = rows as readonly TableRow[]
      this.emitChange(this.data.rows)
    },
    /** The table is judged when the row is closed: cells that were not reached yet are no mistakes. */
    onCellBlur() {
      this.show(this.data.rows, this.data.editing)
    },
  },
})
