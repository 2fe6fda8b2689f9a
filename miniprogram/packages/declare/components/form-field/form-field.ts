import type { AnswerValue } from '../../../../shared/form/answers'
import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { fieldBase, type ChangeDetail } from '../field-base/field-base'
import type { SignDetail } from '../field-signature/field-signature'
import type { RevealDetail } from '../field-table/field-table'
import { NO_SIGNATURE } from '../field-signature/signature-state'

/** Which field changed, and to what. */
export interface FieldChangeDetail {
  readonly fieldId: string
  readonly value: AnswerValue
}

export interface FieldDetail {
  readonly fieldId: string
}

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
    onChange(event: WechatMiniprogram.CustomEvent<ChangeDetail>) {
      const detail: FieldChangeDetail = { fieldId: this.data.field.id, value: event.detail.value }
      this.triggerEvent('change', detail)
    },
    onBlur() {
      this.tell('blur')
    },
    onSign(event: WechatMiniprogram.CustomEvent<SignDetail>) {
      const detail: FieldSignDetail = { fieldId: this.data.field.id, file: event.detail.file }
      this.triggerEvent('sign', detail)
    },
    onRetry() {
      this.tell('retry')
    },
    onPreview() {
      this.tell('preview')
    },
    onReveal(event: WechatMiniprogram.CustomEvent<RevealDetail>) {
      const detail: FieldRevealDetail = { fieldId: this.data.field.id, offset: event.detail.offset }
      this.triggerEvent('reveal', detail)
    },
    onImport() {
      this.tell('import')
    },
    tell(name: string) {
      const detail: FieldDetail = { fieldId: this.data.field.id }
      this.triggerEvent(name, detail)
    },
  },
})
