import type { FormView } from '../../review/review-view'

const NO_FORM: FormView = { materialId: '', title: '', sections: [], notes: [] }

/** A filled form as the office will read it. Event: `edit {materialId, fieldId}` opens a section for changes. */
Component({
  properties: {
    /** A FormView. */
    form: { type: Object, value: NO_FORM },
  },
  methods: {
    onEditTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const section = this.data.form.sections[Number(event.currentTarget.dataset.index)]
      const fieldId = section?.items[0]?.fieldId
      if (fieldId !== undefined) this.triggerEvent('edit', { materialId: this.data.form.materialId, fieldId })
    },
  },
})
