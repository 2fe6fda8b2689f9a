import type { FormMoveView } from '../../draft/form-moves'

/** Says which forms the office has replaced: what was kept, what is new, what is to be done again, what is gone. */
Component({
  properties: {
    moves: { type: Array, value: [] as readonly FormMoveView[] },
    open: Boolean,
  },
  methods: {
    onToggleTap() {
      this.triggerEvent('toggle')
    },
    onPlaceTap(event: WechatMiniprogram.TouchEvent<object, object, { materialId: string; fieldId: string }>) {
      const { materialId, fieldId } = event.currentTarget.dataset
      this.triggerEvent('place', { materialId, fieldId })
    },
  },
})
