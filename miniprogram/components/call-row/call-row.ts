import { callPhone } from '../../platform/telephone'

/** The way to a person: a tap dials the window's number. Without a number there is nothing. */
Component({
  properties: {
    phone: { type: String, value: '' },
    title: { type: String, value: '打电话问窗口' },
    /** When somebody answers, as the provider says it; '' = not known. */
    hours: { type: String, value: '' },
  },

  methods: {
    onTap() {
      void callPhone(this.data.phone)
    },
  },
})
