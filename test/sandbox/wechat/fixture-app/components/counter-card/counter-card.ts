import { greeting } from '../../behaviors/greeting'

Component({
  behaviors: [greeting],
  options: { multipleSlots: true },
  externalClasses: ['frame-class'],
  properties: { value: { type: Number, value: 0 } },
  data: { twice: 0, log: '' },
  observers: {
    value(value: number) {
      this.setData({ twice: value * 2 })
    },
  },
  lifetimes: {
    attached() {
      this.setData({ log: `${this.data.log}attached ` })
    },
    ready() {
      this.setData({ log: `${this.data.log}ready ` })
    },
  },
  pageLifetimes: {
    show() {
      this.setData({ log: `${this.data.log}show ` })
    },
    hide() {
      this.setData({ log: `${this.data.log}hide ` })
    },
  },
  methods: {
    onPlusTap() {
      this.triggerEvent('change', { value: this.data.value + 1 })
    },
  },
})
