import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { confirm, tell, withLoading } from '../../../../platform/feedback'
import { pickChatFiles, type PickedFile } from '../../../../platform/media'
import { fetchFile, shareFile } from '../../../../platform/open-file'
import { backTo, readParams, replaceWith } from '../../../../platform/routes'
import { wasCancelled } from '../../../../platform/wechat-error'
import { openDeclaration, type OpenedDeclaration } from '../../../../services/declarations'
import { failureOf, sentenceOf, type Failure } from '../../../../services/service-error'
import { readTableFile, tableTemplate, type TablePlace } from '../../../../services/tables'
import type { ImportedTable, ImportType } from '../../../../shared/domain/table-import'
import { fieldById, hasRows, tableRowsOf, type Field } from '../../../../shared/form/index'
import { chosenRows, importObstacle, previewOf, type ImportChoice, type ImportPreview } from '../../import/import-view'
import { leaveImportedRows } from '../../import/imported-rows'

/** So many problems are listed at first. */
const FIRST = 5

const NO_PLACE: TablePlace = { draftId: '', materialId: '', fieldId: '' }

const visitOf = visits(() => ({
  place: NO_PLACE,
  table: null as Field | null,
  /** The rows are not shown. */
  read: null as ImportedTable | null,
}))

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    tableLabel: '',
    have: 0,
    /** Page state. */
    status: LOADING,
    ready: false,
    preview: null as ImportPreview | null,
    failure: null as Failure | null,
    /** The problems that are listed: a few, or all when they are asked for. */
    shown: [] as ImportPreview['problems'],
    /** What becomes of the rows that are there: add, replace; '' = not chosen. */
    mode: '',
    wrongToo: true,
    obstacle: '',
    count: 0,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    visitOf(this).work.place = { ...NO_PLACE, ...readParams('import', query) }
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(
      () => openDeclaration(visitOf(this).work.place.draftId),
      (opened) => void this.begin(opened),
    )
  },

  async begin({ declaration }: OpenedDeclaration) {
    const { place } = visitOf(this).work
    const form = declaration.forms.find(({ materialId }) => materialId === place.materialId)
    const table = form && fieldById(form.schema, place.fieldId)
    if (declaration.state !== 'draft' || !table || !hasRows(table)) {
      const { draftId } = place
      await (declaration.state === 'draft' ? replaceWith('form', { draftId }) : replaceWith('receipt', { draftId }))
      return
    }
    visitOf(this).work.table = table
    const have = tableRowsOf(form?.answers[place.fieldId] ?? null).length
    visitOf(this).show({ tableLabel: table.label, have, ready: true })
  },

  async onTemplateTap(event: WechatMiniprogram.TouchEvent<object, object, { type: ImportType; filled?: boolean }>) {
    const { type, filled = false } = event.currentTarget.dataset
    const what = filled ? '表格' : '模板'
    try {
      const [filePath, fileName] = await withLoading(`正在准备${what}`, async () => {
        const template = await tableTemplate(visitOf(this).work.place, type, filled)
        return [await fetchFile(template.url), template.fileName] as const
      })
      const then = filled ? '改好再发回来，导入时选“全部换掉”。' : '填好再发回来。'
      const content = `发送到聊天，比如“文件传输助手”，在电脑上打开填写，${then}`
      if (await confirm({ title: `${what}已准备好`, content, confirmText: '发送' })) await shareFile(filePath, fileName)
    } catch (error) {
      if (!wasCancelled(error)) await tell(`${what}没有发出去`, sentenceOf(failureOf(error)))
    }
  },

  async onPickTap() {
    const [file] = await pickChatFiles({
      count: 1,
      type: 'file',
      otherwise: '也可以回到表格，一行一行填写。',
    })
    if (file) await this.read(file)
  },

  async read(file: PickedFile) {
    visitOf(this).show({ failure: null, preview: null, shown: [] })
    try {
      const { place, table } = visitOf(this).work
      if (!table) return
      const read = await withLoading('正在读取', () => readTableFile(place, file))
      visitOf(this).work.read = read
      const preview = previewOf(read, file.name, table)
      visitOf(this).show({ preview, shown: preview.problems.slice(0, FIRST) })
      this.weigh()
    } catch (error) {
      visitOf(this).show({ failure: failureOf(error) })
    }
    void wx.pageScrollTo({ selector: '#result', offsetTop: -20, duration: 200 })
  },

  onModeTap(event: WechatMiniprogram.TouchEvent<object, object, { mode: string }>) {
    visitOf(this).show({ mode: event.currentTarget.dataset.mode })
    this.weigh()
  },

  onAllTap() {
    visitOf(this).show({ shown: this.data.preview?.problems ?? [] })
  },

  onWrongTap() {
    visitOf(this).show({ wrongToo: !this.data.wrongToo })
    this.weigh()
  },

  /** How many rows would come in, and what stands in the way. */
  weigh() {
    const { read, table } = visitOf(this).work
    if (!read || !table) return
    const choice = { mode: this.mode(), wrongToo: this.data.wrongToo }
    visitOf(this).show({
      count: chosenRows(read, choice).length,
      obstacle: importObstacle(read, choice, this.data.have, table),
    })
  },

  async onTakeTap() {
    const { read, place } = visitOf(this).work
    if (!read || this.data.obstacle) return
    const { draftId, materialId, fieldId } = place
    const rows = chosenRows(read, this.data)
    leaveImportedRows(draftId, { materialId, fieldId, rows, mode: this.mode() ?? 'add' })
    await backTo('form', place)
  },

  mode(): ImportChoice['mode'] {
    const { mode } = this.data
    return mode === 'replace' || mode === 'add' ? mode : null
  },
})
