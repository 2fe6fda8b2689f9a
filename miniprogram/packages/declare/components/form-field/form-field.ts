import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase, type ChangeDetail } from '../field-base/field-base'
import type { SignDetail } from '../field-signature/field-signature'
import type { RevealDetail } from '../field-table/field-table'
import { TABLE_PROPERTIES } from '../field-table/table-properties'
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
    ...TABLE_PROPERTIES,
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
