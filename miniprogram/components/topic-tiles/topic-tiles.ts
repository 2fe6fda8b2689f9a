/** Ways into the matters: a tile for each topic, and one for all of them. Event: choose {topic}, '' = all matters. */
Component({
  properties: {
    /** {name, icon} of each topic. */
    topics: { type: Array, value: [] as readonly object[] },
    /** What the tile of all matters is called. */
    all: { type: String, value: '全部事项' },
  },

  methods: {
    onTileTap(event: WechatMiniprogram.TouchEvent<object, object, { topic: string }>) {
      this.triggerEvent('choose', { topic: event.currentTarget.dataset.topic })
    },
  },
})
