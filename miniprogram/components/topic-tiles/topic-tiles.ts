/** With the one of all matters they fill two rows of five. */
const MOST = 9

/** Ways into the matters: a tile for each topic, and one for all of them. Event: choose {topic}, '' = all matters. */
Component({
  properties: {
    /** {name, icon} of each topic. */
    topics: { type: Array, value: [] as readonly object[] },
    /** What the tile of all matters is called. */
    all: { type: String, value: '全部事项' },
  },

  data: { shown: [] as readonly object[] },

  observers: {
    topics(topics: readonly object[]) {
      this.setData({ shown: topics.slice(0, MOST) })
    },
  },

  methods: {
    onTileTap(event: WechatMiniprogram.TouchEvent<object, object, { topic: string }>) {
      this.triggerEvent('choose', { topic: event.currentTarget.dataset.topic })
    },
  },
})
