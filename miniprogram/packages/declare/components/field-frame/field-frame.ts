/** Label, help, source note and error around one control (the slot); only what may be left out is marked. */
Component({
  properties: {
    label: { type: String, value: '' },
    help: { type: String, value: '' },
    error: { type: String, value: '' },
    required: { type: Boolean, value: false },
    /** Shows `text` in place of the control. */
    readonly: { type: Boolean, value: false },
    /** The value as a reader sees it, for the read-only view. */
    text: { type: String, value: '' },
    source: { type: String, value: '' },
  },
})
