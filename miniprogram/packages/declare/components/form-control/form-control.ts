import type { Field } from '../../../../shared/form/schema'
import { fieldBase, type ChangeDetail } from '../field-base/field-base'
import { controlKind } from './kinds'

/** Picks the component for a simple field (everything that may also be a table's column). */
Component({
  behaviors: [fieldBase],
  data: { kind: '' },
  observers: {
    field(field: Field) {
      this.setData({ kind: controlKind(field.type) })
    },
  },
  methods: {
    onChange(event: WechatMiniprogram.CustomEvent<ChangeDetail>) {
      this.emitChange(event.detail.value)
    },
    onBlur() {
      this.emitBlur()
    },
  },
})
