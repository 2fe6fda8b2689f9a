/** A step of a declaration with how far it is; a tap (the host's own) opens it. */
Component({
  properties: {
    title: { type: String, value: '' },
    /** In words; the tone only repeats it. */
    status: { type: String, value: '' },
    /** done, now, wrong, todo */
    tone: { type: String, value: 'todo' },
  },
})
