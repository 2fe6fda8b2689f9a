import type { CaseFileView } from '../../supplement/item-view'

type FileTap = WechatMiniprogram.TouchEvent<object, object, { index: number; event: 'preview' | 'remove' }>

/** Files that the office has, to be looked at. Events: `preview {fileId, name}`, `remove {fileId, name}` when `removable`. */
Component({
  properties: {
    files: { type: Array, value: [] as readonly CaseFileView[] },
    removable: { type: Boolean, value: false },
  },
  methods: {
    onFileTap({ currentTarget: { dataset } }: FileTap) {
      const file = (this.data.files as readonly CaseFileView[])[Number(dataset.index)]
      if (file) this.triggerEvent(dataset.event, { fileId: file.fileId, name: file.name })
    },
  },
})
