import { NO_PREFILL } from './prefill-view'

/**
 * The card above a form that offers to fill in what other places say about the applicant. Takes nothing by itself.
 * Events: take, undo, retry.
 */
Component({
  properties: {
    /** PrefillView. */
    view: { type: Object, value: NO_PREFILL },
    /** Required entries that are still empty. */
    missing: { type: Number, value: 0 },
  },
  methods: {
    onTakeTap() {
      this.triggerEvent('take')
    },
    onUndoTap() {
      this.triggerEvent('undo')
    },
    onRetryTap() {
      if (!this.data.view.retrying) this.triggerEvent('retry')
    },
  },
})
