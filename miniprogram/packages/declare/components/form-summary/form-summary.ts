import { tell } from '../../../../platform/feedback'
import { openFile } from '../../../../platform/open-file'
import type { SummaryEntryView, FormView } from '../../review/form-summary-view'

type EntryTap = WechatMiniprogram.TouchEvent<object, object, { section: number; entry: number; step: number }>

const NO_FORM: FormView = { materialId: '', title: '', sections: [], notes: [] }

/**
 * A filled form as the office will read it. Events: `edit {materialId, fieldId}` opens a field for changes;
 * `turn {materialId, fieldId, page}` asks for another page of a long table.
 */
Component({
  properties: {
    /** A FormView. */
    form: { type: Object, value: NO_FORM },
    /** Nothing can be changed now. */
    locked: { type: Boolean, value: false },
  },
  methods: {
    onEditTap(event: EntryTap) {
      const entry = this.entryOf(event)
      if (entry) this.triggerEvent('edit', { materialId: this.data.form.materialId, fieldId: entry.fieldId })
    },
    onTurnTap(event: EntryTap) {
      const entry = this.entryOf(event)
      if (!entry?.table) return
      const page = entry.table.page + Number(event.currentTarget.dataset.step)
      this.triggerEvent('turn', { materialId: this.data.form.materialId, fieldId: entry.fieldId, page })
    },
    onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      const { url } = event.currentTarget.dataset
      openFile(url, '签名.png').catch(() =>
        tell('图片没有打开', '签名已经保存，不影响申报。请返回后重新打开这一页再看。'),
      )
    },
    entryOf(event: EntryTap): SummaryEntryView | undefined {
      const { section, entry } = event.currentTarget.dataset
      return this.data.form.sections[Number(section)]?.entries[Number(entry)]
    },
  },
})
