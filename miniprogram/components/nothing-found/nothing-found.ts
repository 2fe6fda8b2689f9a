import type { MatterBrief } from '../../shared/domain/matter'

/**
 * The answer to a search that found nothing: what was searched for, and ways on. Events: word {word}, topic {topic}
 * ('' = all matters), select {matterId}.
 */
Component({
  properties: {
    query: { type: String, value: '' },
    /** What the list is narrowed to besides, e.g. 企业办理; '' = nothing. */
    narrowed: { type: String, value: '' },
    /** Parts of the query that do find something. */
    words: { type: Array, value: [] as readonly string[] },
    /** {name, icon} of each topic. */
    topics: { type: Array, value: [] as readonly object[] },
    recommended: { type: Array, value: [] as readonly MatterBrief[] },
    /** The window's telephone; '' = not known now. */
    phone: { type: String, value: '' },
  },

  methods: {
    onWordTap(event: WechatMiniprogram.TouchEvent<object, object, { word: string }>) {
      this.triggerEvent('word', { word: event.currentTarget.dataset.word })
    },

    onTopicChoose(event: WechatMiniprogram.CustomEvent<{ topic: string }>) {
      this.triggerEvent('topic', { topic: event.detail.topic })
    },

    onMatterSelect(event: WechatMiniprogram.CustomEvent<{ matterId: string }>) {
      this.triggerEvent('select', { matterId: event.detail.matterId })
    },
  },
})
