import type { Failure } from '../../../../services/service-error'

/** 结果确认中: the submit is on its way and must not be repeated. Events: `check` (ask now), `leave` (go home). */
Component({
  properties: {
    /** It has been going on for a while. */
    patience: { type: Boolean, value: false },
    /** Why the last question got no answer; null = it got one. */
    failure: { type: Object, value: null as Failure | null },
  },
  methods: {
    onCheckTap() {
      this.triggerEvent('check', {})
    },
    onLeaveTap() {
      this.triggerEvent('leave', {})
    },
  },
})
