export type Tone = 'info' | 'turn' | 'done' | 'muted'

/** A status in words; the colour only repeats what the words say. */
Component({
  properties: {
    text: { type: String, value: '' },
    tone: { type: String, value: 'info' as Tone },
  },
})
