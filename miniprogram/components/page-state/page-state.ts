import { LOADING } from '../../behaviors/loadable-page'

/**
 * The three states of a page around its content: loading, failed (with retry), ready; or empty with a way on.
 * A failed refresh keeps the content and says so above it. Events: retry, act (the button of the empty state).
 */
Component({
  properties: {
    status: { type: Object, value: LOADING },
    empty: { type: Boolean, value: false },
    emptyTitle: { type: String, value: '' },
    emptyText: { type: String, value: '' },
    /** Label of the way on; '' = none. */
    emptyAction: { type: String, value: '' },
  },

  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },

    onActTap() {
      this.triggerEvent('act')
    },
  },
})
