/**
 * One file as a picture of 72 px. Green only for what arrived; red says what a tap does. Its tap is the host's own
 * (`bind:tap`).
 */
Component({
  properties: {
    name: { type: String, value: '' },
    caption: { type: String, value: '' },
    /** Path or address of the picture; '' = the icon is shown. */
    picture: { type: String, value: '' },
    /** See svg-icon. */
    icon: { type: String, value: 'file' },
    /** going, done, again, bad; '' = a file of which nothing is said. */
    look: { type: String, value: '' },
    stateText: { type: String, value: '' },
    /** 0–100 while uploading, -1 otherwise. */
    percent: { type: Number, value: -1 },
  },
  data: { broken: false },
  observers: {
    picture() {
      this.setData({ broken: false })
    },
  },
  methods: {
    /** The phone has cleaned its temporary files. */
    onPictureError() {
      this.setData({ broken: true })
    },
  },
})
