import type { CaseFileView } from '../../supplement/item-view'

/** Files that the office has, to be looked at. Events: `preview {fileId, name}`, `remove {fileId, name}` when `removable`. */
Component({
  properties: {
    files: { type: Array, value: [] as readonly CaseFileView[] },
    removable: { type: Boolean, value: false },
  },
  methods: {
    onPreviewTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.tell('preview', event.currentTarget.dataset.index)
    },
    onRemoveTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.tell('remove', event.currentTarget.dataset.index)
    },
    tell(what: 'preview' | 'remove', index: number) {
      const file = (this.data.files as readonly CaseFileView[])[Number(index)]
      if (file) this.triggerEvent(what, { fileId: file.fileId, name: file.name })
    },
  },
})
