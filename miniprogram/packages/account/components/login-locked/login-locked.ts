import { endVisit, visits } from '../../../../behaviors/visit'
import { goTo } from '../../../../platform/routes'
import { windowPhone } from '../../../../services/window-phone'
import { lockEnd, lockLeft } from './lock-view'

/** The end of a lock is noticed within so many ms. */
const LOOK_AGAIN_MS = 5000

const visitOf = visits(() => ({}))

/**
 * The provider locked the account: until when, and what can be done meanwhile. Event: over (it may be tried again), help
 * (how to get another password). It counts in minutes: a figure that changes each second is read out each second.
 */
Component({
  properties: {
    /** BeijingTime */
    until: { type: String, value: '' },
    /** Of the refusal, for whoever helps; '' = none. */
    number: { type: String, value: '' },
  },

  data: { end: '', left: '', over: false, phone: '' },

  lifetimes: {
    attached() {
      this.look()
      const looking = setInterval(() => this.look(), LOOK_AGAIN_MS)
      visitOf(this).stopAtEnd(() => clearInterval(looking))
      void windowPhone().then((phone) => visitOf(this).show({ phone }))
    },
    detached: endVisit,
  },

  methods: {
    look() {
      const { until, over } = this.data
      const left = lockLeft(until, Date.now())
      visitOf(this).show({ end: lockEnd(until, Date.now()), left, over: left === '' })
      if (left === '' && !over) this.triggerEvent('over')
    },

    onHelpTap() {
      this.triggerEvent('help')
    },

    onMattersTap() {
      void goTo('matters', {})
    },
  },
})
