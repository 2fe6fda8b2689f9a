/** A titled group of fields (the slot). */
Component({
  properties: {
    title: { type: String, value: '' },
    /** A word about the section, e.g. how many entries are left; '' = none. */
    note: { type: String, value: '' },
  },
})
