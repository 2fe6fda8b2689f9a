import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase, type ChangeDetail } from '../field-base/field-base'
import type { SignDetail } from '../field-signature/field-signature'
import type { RevealDetail } from '../field-table/field-table'
import { NO_SIGNATURE } from '../field-signature/signature-state'

export interface FieldDetail {
  readonly fieldId: string
}

/** Which field changed, and to what. */
export interface FieldChangeDetail extends ChangeDetail, FieldDetail {}

export interface FieldRevealDetail extends RevealDetail, FieldDetail {}

export interface FieldSignDetail extends SignDetail, FieldDetail {}

/**
 * One field of a form, whatever its type. Events carry the field's id: `change {fieldId, value}`, `blur {fieldId}`,
 * `import {fieldId}` and `reveal {fieldId, offset}` of a table, and for signatures `sign {fieldId, file}`, `retry {fieldId}`, `preview {fieldId}`.
 */
Component({
  behaviors: [fieldBase],
  properties: {
    /** Table cells with problems: `<row>.<columnId>` → message. */
    cellErrors: { type: Object, value: {} },
    /** Table cells to look at again: `<row>.<columnId>` → message. */
    cellWarnings: { type: Object, value: {} },
    /** Tables: the row to open; -1 = none. */
    openRow: { type: Number, value: -1 },
    /** Tables: offers to take the rows from a file. */
    importable: { type: Boolean, value: false },
    signature: { type: Object, value: NO_SIGNATURE },
  },
  data: { control: '' },
  observers: {
    field(field: Field) {
      this.setData({ control: kindOf(field.type).control(field).name })
    },
  },
  methods: {
    onControlEvent(event: WechatMiniprogram.CustomEvent<object>) {
      this.triggerEvent(event.type, { ...event.detail, fieldId: this.data.field.id })
    },
  },
})
