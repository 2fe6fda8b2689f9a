import type { SupplementReceiptView } from '../../supplement/receipt-view'

/** What was read back after a round was submitted, and what happens now. Events: `progress`, `home`. */
Component({
  properties: {
    /** A SupplementReceiptView. */
    receipt: { type: Object, value: null as SupplementReceiptView | null },
  },
  methods: {
    onProgressTap() {
      this.triggerEvent('progress', {})
    },
    onHomeTap() {
      this.triggerEvent('home', {})
    },
  },
})
