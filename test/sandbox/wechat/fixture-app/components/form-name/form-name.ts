Component({
  behaviors: ['wx://form-field'],
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.setData({ value: event.detail.value })
    },
  },
})
