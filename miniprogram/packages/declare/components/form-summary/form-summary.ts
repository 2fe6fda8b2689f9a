import { tell } from '../../../../platform/feedback'
import { openFile } from '../../../../platform/open-file'
import type { FormView, SectionView } from '../../review/form-summary-view'

type SectionTap<D extends object = object> = WechatMiniprogram.TouchEvent<object, object, { section: number } & D>

const NO_FORM: FormView = { materialId: '', title: '', sections: [], notes: [] }

/**
 * A filled form as the office will read it, a card per section. Events: `edit {materialId, sectionId}` opens a section for
 * changes; `toggle {key}` what a section folds; `turn {materialId, fieldId, page}` another page of a long table.
 */
Component({
  properties: {
    /** A FormView. */
    form: { type: Object, value: NO_FORM },
    /** It is one of several and says which. */
    titled: { type: Boolean, value: false },
    /** Nothing can be changed now. */
    locked: { type: Boolean, value: false },
  },
  methods: {
    onEditTap(event: SectionTap) {
      const section = this.sectionOf(event)
      if (section) this.triggerEvent('edit', { materialId: this.data.form.materialId, sectionId: section.sectionId })
    },
    onRestTap(event: SectionTap) {
      const section = this.sectionOf(event)
      if (section) this.triggerEvent('toggle', { key: section.key })
    },
    onTurnTap(event: SectionTap<{ entry: number; step: number }>) {
      const { entry: index, step } = event.currentTarget.dataset
      const entry = this.sectionOf(event)?.entries[Number(index)]
      if (!entry?.table) return
      const { materialId } = this.data.form
      this.triggerEvent('turn', { materialId, fieldId: entry.fieldId, page: entry.table.page + Number(step) })
    },
    onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      const { url } = event.currentTarget.dataset
      openFile(url, '签名.png').catch(() =>
        tell('图片没有打开', '签名已经保存，不影响申报。请返回后重新打开这一页再看。'),
      )
    },
    sectionOf(event: SectionTap): SectionView | undefined {
      return this.data.form.sections[Number(event.currentTarget.dataset.section)]
    },
  },
})
