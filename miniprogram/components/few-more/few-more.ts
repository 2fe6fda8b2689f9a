import { FEW } from './few'

/**
 * 关怀模式: a list shows a few, and a few more when it is asked to; nothing while it shows all. The page holds how many it
 * shows (`few: FEW`). Event: more {few}.
 */
Component({
  properties: {
    /** How many there are. */
    total: { type: Number, value: 0 },
    /** How many of them show. */
    few: { type: Number, value: FEW },
    /** What they are counted in. */
    unit: { type: String, value: '项' },
  },

  data: { step: FEW },

  methods: {
    onTap() {
      this.triggerEvent('more', { few: this.data.few + FEW })
    },
  },
})
