import type { Way } from '../../upload/ways'

/** The ways to add a file, as one list. Events: `choose {source}`, `close`. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** What is taken. */
    note: { type: String, value: '' },
    ways: { type: Array, value: [] as readonly Way[] },
  },
  /** Its rows exist from the first opening on: a page has many of these. */
  data: { used: false },
  observers: {
    open(open: boolean) {
      if (open) this.setData({ used: true })
    },
  },
  methods: {
    onWayTap(event: WechatMiniprogram.TouchEvent<object, object, { source: string }>) {
      this.triggerEvent('choose', { source: event.currentTarget.dataset.source })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
