import { isOwner } from '../../../../services/owner-check'
import { NO_PREFILL, type OfferView } from './prefill-view'

type OfferTap = WechatMiniprogram.TouchEvent<object, object, { key: string }>

/**
 * One line above a form that offers to fill in what other places say about the applicant; which values those are stands in
 * a sheet, masked until they are tapped. Takes nothing by itself. Events: take, takeone {key}, undo, retry.
 */
Component({
  properties: {
    /** PrefillView. */
    view: { type: Object, value: NO_PREFILL },
  },
  data: {
    open: false,
    /** Keys of the values that are shown in full. */
    seen: {},
  },
  methods: {
    onListTap() {
      this.setData({ open: true })
    },
    onClose() {
      this.setData({ open: false, seen: {} })
    },
    async onValueTap(event: OfferTap) {
      const { key } = event.currentTarget.dataset
      const seen: Readonly<Record<string, boolean>> = this.data.seen
      if (seen[key] !== true && !(await isOwner('显示内容'))) return
      this.setData({ seen: { ...seen, [key]: seen[key] !== true } })
    },
    onTakeTap() {
      this.setData({ open: false, seen: {} })
      this.triggerEvent('take')
    },
    onTakeOneTap(event: OfferTap) {
      const { key } = event.currentTarget.dataset
      const offers: readonly OfferView[] = this.data.view.offers
      if (offers.length <= 1) this.setData({ open: false, seen: {} })
      this.triggerEvent('takeone', { key })
    },
    onUndoTap() {
      this.setData({ open: false })
      this.triggerEvent('undo')
    },
    onRetryTap() {
      if (!this.data.view.retrying) this.triggerEvent('retry')
    },
  },
})
