import { dropPendingLoads, LOADING, loadPage } from '../../../../behaviors/loadable-page'
import { confirm, tell, withLoading } from '../../../../platform/feedback'
import { pickChatFiles, type PickedFile } from '../../../../platform/media'
import { fetchFile, shareFile } from '../../../../platform/open-file'
import { backTo, readParams, replaceWith } from '../../../../platform/routes'
import { openDeclaration, type OpenedDeclaration } from '../../../../services/declarations'
import { failureOf, sentenceOf, type Failure } from '../../../../services/service-error'
import { readTableFile, tableTemplate, type TablePlace } from '../../../../services/tables'
import type { AccountView } from '../../../../shared/domain/account'
import type { ImportedTable, ImportType } from '../../../../shared/domain/table-import'
import { fieldById, tableRowsOf, type Field } from '../../../../shared/form/index'
import { chosenRows, obstacleOf, previewOf, type ImportPreview } from '../../import/import-view'
import { leaveImportedRows } from '../../import/imported-rows'

/** What each page instance works with; the rows are not shown, so they stay out of `data`. */
interface Visit {
  readonly place: TablePlace
  readonly table?: Field
  readonly read?: ImportedTable
}
const visits = new WeakMap<object, Visit>()

const NO_PLACE: TablePlace = { draftId: '', materialId: '', fieldId: '' }

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    matterName: '',
    tableLabel: '',
    have: 0,
    /** Page state. */
    status: LOADING,
    ready: false,
    preview: null as ImportPreview | null,
    failure: null as Failure | null,
    mode: 'add',
    wrongToo: true,
    obstacle: '',
    count: 0,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    visits.set(this, { place: { ...NO_PLACE, ...readParams('import', query) } })
    return this.load()
  },

  onUnload() {
    dropPendingLoads(this)
  },

  load(): Promise<void> {
    const { place } = this.visit()
    return loadPage(
      this,
      () => openDeclaration(place.draftId),
      (opened, status) => {
        this.setData({ status })
        void this.begin(opened)
      },
    )
  },

  async begin({ account, declaration }: OpenedDeclaration) {
    const { place } = this.visit()
    const form = declaration.forms.find(({ materialId }) => materialId === place.materialId)
    const table = form && fieldById(form.schema, place.fieldId)
    if (declaration.state !== 'draft' || table?.type !== 'table') {
      const { draftId } = place
      await (declaration.state === 'draft' ? replaceWith('form', { draftId }) : replaceWith('receipt', { draftId }))
      return
    }
    visits.set(this, { ...this.visit(), table })
    const have = tableRowsOf(form?.answers[place.fieldId] ?? null).length
    this.setData({ account, matterName: declaration.matterName, tableLabel: table.label, have, ready: true })
  },

  async onTemplateTap(event: WechatMiniprogram.TouchEvent<object, object, { type: ImportType }>) {
    const { type } = event.currentTarget.dataset
    try {
      const [filePath, fileName] = await withLoading('正在准备模板', async () => {
        const template = await tableTemplate(this.visit().place, type)
        return [await fetchFile(template.url), template.fileName] as const
      })
      const content = '发送到聊天，比如“文件传输助手”，在电脑上打开填写，填好再发回来。'
      if (await confirm({ title: '模板已准备好', content, confirmText: '发送' })) await shareFile(filePath, fileName)
    } catch (error) {
      // Closing WeChat's list of chats without choosing one is reported as a failure too.
      if (/cancel/i.test(textOf(error))) return
      await tell('模板没有发出去', sentenceOf(failureOf(error)))
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
    this.setData({ failure: null, preview: null })
    try {
      const { place, table } = this.visit()
      if (!table) return
      const read = await withLoading('正在读取', () => readTableFile(place, file))
      visits.set(this, { ...this.visit(), read })
      this.setData({ preview: previewOf(read, file.name, table) })
      this.weigh()
    } catch (error) {
      this.setData({ failure: failureOf(error) })
    }
    void wx.pageScrollTo({ selector: '#result', offsetTop: -20, duration: 200 })
  },

  onModeTap(event: WechatMiniprogram.TouchEvent<object, object, { mode: string }>) {
    this.setData({ mode: event.currentTarget.dataset.mode })
    this.weigh()
  },

  onWrongTap() {
    this.setData({ wrongToo: !this.data.wrongToo })
    this.weigh()
  },

  /** How many rows would come in, and what stands in the way. */
  weigh() {
    const { read, table } = this.visit()
    if (!read || !table) return
    const choice = { mode: this.mode(), wrongToo: this.data.wrongToo }
    this.setData({
      count: chosenRows(read, choice).length,
      obstacle: obstacleOf(read, choice, this.data.have, table),
    })
  },

  async onTakeTap() {
    const { read, place } = this.visit()
    if (!read || this.data.obstacle) return
    const { draftId, materialId, fieldId } = place
    const rows = chosenRows(read, this.data)
    leaveImportedRows(draftId, { materialId, fieldId, rows, mode: this.mode() })
    await backTo('form', place)
  },

  mode(): 'add' | 'replace' {
    return this.data.mode === 'replace' ? 'replace' : 'add'
  },

  visit(): Visit {
    return visits.get(this) ?? { place: NO_PLACE }
  },
})

function textOf(error: unknown): string {
  if (error instanceof Error) return error.message
  return typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
}
