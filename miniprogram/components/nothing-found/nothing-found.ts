import { callPhone } from '../../platform/telephone'
import type { MatterBrief } from '../../shared/domain/matter'

/**
 * The answer to a search that found nothing: what was searched for, and ways on. Events: word {word}, all (show all
 * matters), select {matterId}.
 */
Component({
  properties: {
    query: { type: String, value: '' },
    /** What the list is narrowed to besides, e.g. 企业办理; '' = nothing. */
    narrowed: { type: String, value: '' },
    /** Parts of the query that do find something. */
    words: { type: Array, value: [] as readonly string[] },
    themes: { type: Array, value: [] as readonly string[] },
    recommended: { type: Array, value: [] as readonly MatterBrief[] },
    /** The window's telephone; '' = not known now. */
    phone: { type: String, value: '' },
  },

  methods: {
    onWordTap(event: WechatMiniprogram.TouchEvent<object, object, { word: string }>) {
      this.triggerEvent('word', { word: event.currentTarget.dataset.word })
    },

    onAllTap() {
      this.triggerEvent('all')
    },

    onPhoneTap() {
      void callPhone(this.data.phone)
    },

    onMatterSelect(event: WechatMiniprogram.CustomEvent<{ matterId: string }>) {
      this.triggerEvent('select', { matterId: event.detail.matterId })
    },
  },
})
