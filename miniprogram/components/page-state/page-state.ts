import { LOADING } from '../../behaviors/page-status'
import { endVisit, visitOf } from '../../behaviors/visit'

/**
 * The three states of a page around its content: loading, failed (with retry), ready; or empty with a way on.
 * A failed refresh keeps the content and says so above it. A page that nobody answered asks again by itself when the
 * connection is back. Events: retry, act (the button of the empty state).
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

  lifetimes: {
    attached() {
      visitOf(this).onNetwork((online) => {
        const { failure } = this.data.status
        if (online && failure && failure.outcome !== 'refused') this.triggerEvent('retry')
      })
    },
    detached: endVisit,
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
