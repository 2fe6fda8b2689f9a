/** One file that was submitted before. Events: `use {earlierId}`, `preview {earlierId, name}`. */
Component({
  properties: {
    /** An EarlierFileView (upload/earlier-view.ts). */
    file: { type: Object, value: { earlierId: '', name: '' } },
    /** The material that takes it: only another one is named. */
    wanted: { type: String, value: '' },
  },
  methods: {
    onUseTap() {
      this.triggerEvent('use', { earlierId: this.data.file.earlierId })
    },
    onPreviewTap() {
      const { earlierId, name } = this.data.file
      this.triggerEvent('preview', { earlierId, name })
    },
  },
})
