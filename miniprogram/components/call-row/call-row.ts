import { callPhone } from '../../platform/telephone'
import { HOTLINE } from '../../shared/domain/hotline'

/** The way to a person: a tap dials the window's number, or the hotline, which says so. Without a number there is nothing. */
Component({
  properties: {
    phone: { type: String, value: '' },
    title: { type: String, value: '打电话问窗口' },
    /** When somebody answers, as the provider says it; '' = not known. */
    hours: { type: String, value: '' },
  },

  data: { hotline: HOTLINE },

  methods: {
    onTap() {
      void callPhone(this.data.phone)
    },
  },
})
