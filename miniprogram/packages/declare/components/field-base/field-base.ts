import type { AnswerValue } from '../../../../shared/form/answers'
import type { Field } from '../../../../shared/form/schema'

/** What a field component tells its parent when the applicant changed the value; null = emptied. */
export interface ChangeDetail {
  readonly value: AnswerValue
}

const NO_FIELD: Field = { id: '', label: '', type: 'text' }

/**
 * What every field component has in common: its definition, value, error and read-only view go in;
 * `change {value}` (null = emptied) and `blur` come out. The label, help and error are drawn by field-frame.
 */
export const fieldBase = Behavior({
  properties: {
    field: { type: Object, value: NO_FIELD },
    /** AnswerValue; `null` as the type lets WeChat pass anything, also null. */
    value: { type: null, value: null },
    /** What is wrong, in the citizen's words; '' = nothing. */
    error: { type: String, value: '' },
    /** Required now: by itself or because a condition holds. */
    required: { type: Boolean, value: false },
    readonly: { type: Boolean, value: false },
    /** Where a filled-in value came from, e.g. `已从一网通账号带入，请核对`; '' = typed by the applicant. */
    source: { type: String, value: '' },
    /** The Beijing day `2026-11-02`, for date limits that are relative to it. */
    today: { type: String, value: '' },
    /** Is to be written in now: the keyboard comes up. Only what is typed into does something with it. */
    focus: { type: Boolean, value: false },
  },
  data: { focused: false },
  methods: {
    emitChange(value: AnswerValue) {
      const detail: ChangeDetail = { value }
      this.triggerEvent('change', detail)
    },
    emitBlur() {
      this.triggerEvent('blur', {})
    },
    /** Who chose, instead of typing, has left the field as well. */
    emitChoice(value: AnswerValue) {
      this.emitChange(value)
      this.emitBlur()
    },
    onClearTap() {
      this.emitChoice(null)
    },
    onFocus() {
      this.setData({ focused: true })
    },
    onBlur() {
      this.setData({ focused: false })
      this.emitBlur()
    },
  },
})
