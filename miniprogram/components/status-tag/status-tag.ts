/**
 * A status in a word; the colour (info, turn, due, done, danger, muted) only repeats what the word says. `due` is the loud
 * one: how long the citizen still has.
 */
Component({
  properties: {
    text: { type: String, value: '' },
    tone: { type: String, value: 'info' },
    /** An icon before the word, see svg-icon; '' = none. */
    icon: { type: String, value: '' },
  },
})
