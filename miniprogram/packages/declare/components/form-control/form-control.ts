import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase, type ChangeDetail } from '../field-base/field-base'

/**
 * Picks the component that a field's kind names. Its template lists all there are: scripts/field-types.ts writes it.
 */
Component({
  behaviors: [fieldBase],
  data: { control: '' },
  observers: {
    field(field: Field) {
      this.setData({ control: kindOf(field.type).control(field).name })
    },
  },
  methods: {
    onChange(event: WechatMiniprogram.CustomEvent<ChangeDetail>) {
      this.emitChange(event.detail.value)
    },
  },
})
