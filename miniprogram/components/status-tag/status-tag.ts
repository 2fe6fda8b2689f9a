/** A status in words; the colour (info, turn, done, muted) only repeats what the words say. */
Component({
  properties: {
    text: { type: String, value: '' },
    tone: { type: String, value: 'info' },
  },
})
