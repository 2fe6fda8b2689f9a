import { callPhone } from '../../../../platform/telephone'
import { windowPhone } from '../../../../services/window-phone'

/** What to do without an account or a password, and whom to call. The limit of tries is the contract's (#17). */
Component({
  data: {
    /** The window's telephone; '' = not known (yet). */
    phone: '',
  },

  lifetimes: {
    attached() {
      void windowPhone().then((phone) => this.setData({ phone }))
    },
  },

  methods: {
    onPhoneTap() {
      void callPhone(this.data.phone)
    },
  },
})
