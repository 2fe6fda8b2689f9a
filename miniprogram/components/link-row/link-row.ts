/**
 * A row of a list: it goes to a page (or does something) when it is tapped. Rows of one kind share a card. Its tap is the
 * host's own (`bind:tap`). What stands at the right goes into the slot `end`: a tag, a button.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    /** See svg-icon; '' = no icon square. */
    icon: { type: String, value: '' },
    /** '' = what can be pressed; turn, calm, done, danger: see .icon-square. */
    tone: { type: String, value: '' },
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    /** Before the chevron, e.g. a count. */
    value: { type: String, value: '' },
    /** What a screen reader says; '' = title, note and value. */
    spoken: { type: String, value: '' },
    arrow: { type: Boolean, value: true },
  },
})
