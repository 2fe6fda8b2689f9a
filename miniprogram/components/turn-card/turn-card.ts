import type { DueView } from '../../shared/domain/due'

/**
 * It is the citizen's turn: what, for which matter, until when, what the officer said, and the one button. The only amber
 * card. Events: act, more.
 */
Component({
  properties: {
    /** e.g. 轮到您：补正 2 项材料 */
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    /** null = the provider gave no day. */
    due: { type: Object, value: null as DueView | null },
    /** The officer's words, or what was promised; '' = none. */
    quote: { type: String, value: '' },
    quoteLabel: { type: String, value: '窗口说' },
    action: { type: String, value: '' },
    /** Below the button, e.g. that the clock stands still; '' = nothing. */
    after: { type: String, value: '' },
    /** The way to the others that wait, e.g. 还有 1 件也轮到您; '' = none. */
    more: { type: String, value: '' },
    /** Not the one thing of this screen: its button is drawn as an outline. */
    second: { type: Boolean, value: false },
    /** There is no network: what the button leads to needs one. */
    offline: { type: Boolean, value: false },
  },

  methods: {
    onTap() {
      this.triggerEvent('act')
    },

    onMoreTap() {
      this.triggerEvent('more')
    },
  },
})
