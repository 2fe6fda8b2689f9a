import { changedPaths } from '../../../../behaviors/changed-paths'
import { visits } from '../../../../behaviors/visit'
import type { TableRow } from '../../../../shared/form/answers'
import { tableRowsOf } from '../../../../shared/form/row-patch'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase, type ChangeDetail } from '../field-base/field-base'
import { FEW } from '../../../../components/few-more/few'
import { isLarge } from '../../../../platform/look'
import { NOTHING_SHOWN, TableEditor, type TableSetting, type TableView } from './table-editor'
import { openRowOffset } from './row-offset'
import { TABLE_PROPERTIES } from './table-properties'
import type { CellMessages } from './table-rows'

type RowTap = WechatMiniprogram.TouchEvent<Record<string, never>, { index: number }>
type CellEvent = WechatMiniprogram.CustomEvent<ChangeDetail, Record<string, never>, { column: string }>

/** The open row stands so many CSS px below the table's top. */
export interface RevealDetail {
  readonly offset: number
}

/** The rows are not in `data`, which crosses to the view whole. */
/** Rows on one page of the list: 200 rows at once would be too many nodes. */
const PAGE_ROWS = 20

const visitOf = visits(() => ({ editor: null as TableEditor | null }))

/**
 * Rows as a list, twenty at a time: add, edit one in place, copy, delete with a way back, jump to the next with problems.
 * The value is the array of rows, null when none. Emits `change`, `blur` (a row was closed), `import` and `reveal`.
 */
Component({
  behaviors: [fieldBase],
  properties: TABLE_PROPERTIES,
  data: { ...NOTHING_SHOWN },
  observers: {
    value(value: unknown) {
      if (this.editor().load(tableRowsOf(value))) this.render()
    },
    'field, cellErrors, cellWarnings, today, readonly'() {
      this.editor().configure(this.setting())
      this.render()
    },
    openRow(index: number) {
      if (index < 0) return
      this.editor().edit(index)
      this.render()
      this.reveal()
    },
  },
  methods: {
    editor(): TableEditor {
      const { work } = visitOf(this)
      work.editor ??= new TableEditor(this.setting())
      return work.editor
    },
    setting(): TableSetting {
      const field: Field = this.data.field
      const errors: CellMessages = this.data.cellErrors
      const warnings: CellMessages = this.data.cellWarnings
      const { today, readonly } = this.data
      return { field, remarks: { errors, warnings }, today, readonly, pageRows: isLarge() ? FEW : PAGE_ROWS }
    },
    render() {
      this.put(this.editor().view())
    },
    /** Puts the difference on the screen. */
    put(view: Partial<TableView>) {
      const changed = changedPaths(this.data, view, ['cards', 'cells', 'cells[]'])
      if (Object.keys(changed).length > 0) this.setData(changed)
    },
    /** Asks the page to bring the open row into sight: it may be screens away from the tap that opened it. */
    reveal() {
      wx.nextTick(async () => {
        const offset = await openRowOffset(this)
        const detail: RevealDetail = { offset: offset ?? 0 }
        if (offset !== null) this.triggerEvent('reveal', detail)
      })
    },
    tell() {
      const { kept } = this.editor()
      this.emitChange(kept.length === 0 ? null : kept)
    },
    /** Does something to the rows, shows and tells it; `blur` when a row was closed or taken, so that they are judged. */
    act(work: (editor: TableEditor) => void) {
      const editor = this.editor()
      const [before, wasOpen] = [editor.kept, editor.openIndex]
      work(editor)
      this.render()
      const changed = JSON.stringify(editor.kept) !== JSON.stringify(before)
      if (changed) this.tell()
      if (editor.openIndex < 0 && (changed || wasOpen >= 0)) this.emitBlur()
    },
    onAddTap() {
      this.act((editor) => editor.add())
      this.reveal()
    },
    /** A tap on the open row's head closes it. */
    onRowTap(event: RowTap) {
      if (this.data.readonly) return
      const index = Number(event.currentTarget.dataset.index)
      this.act((editor) => (editor.openIndex === index ? editor.close() : editor.edit(index)))
    },
    onDoneTap() {
      this.act((editor) => editor.close())
    },
    onCopyTap() {
      this.act((editor) => editor.copy(editor.openIndex))
      this.reveal()
    },
    onDeleteTap() {
      this.act((editor) => editor.remove(editor.openIndex))
    },
    onUndoTap() {
      this.act((editor) => editor.undo())
    },
    onNextWrongTap() {
      this.act((editor) => editor.nextWrong())
      this.reveal()
    },
    onBackTap() {
      this.act((editor) => editor.turn(-1))
    },
    onForwardTap() {
      this.act((editor) => editor.turn(1))
    },
    onImportTap() {
      this.triggerEvent('import', {})
    },
    /** Only what follows from the cell is shown again; the cell itself shows what is typed. */
    onCellChange(event: CellEvent) {
      const { column } = event.currentTarget.dataset
      const editor = this.editor()
      editor.type(column, event.detail.value as TableRow[string])
      const { note } = editor.cell(column) ?? { note: '' }
      const cells = this.data.cells.map((cell) => (cell.id === column ? { ...cell, note } : cell))
      this.put({ cells, totals: editor.totals, undo: editor.undoText })
      this.tell()
    },
    /**
     * A new row is judged when it is closed: cells that were not reached yet are no mistakes. One with mistakes is judged
     * at each cell, so that a corrected one says so.
     */
    onCellBlur(event: CellEvent) {
      const tidied = this.editor().tidy(event.currentTarget.dataset.column)
      this.render()
      if (tidied) this.tell()
      if (this.editor().openIsWrong) this.emitBlur()
    },
  },
})
