import { calm } from '../../draft/save-text'

/**
 * The one line above a form: which step, what is still to be filled in on it, and whether it is saved. What failed says so
 * in further lines, with what helps. Events: steps (the title), retry, login, choose.
 */
Component({
  properties: {
    /** From 1; 0 = these are not the steps of a form. */
    at: { type: Number, value: 0 },
    steps: { type: Number, value: 0 },
    title: { type: String, value: '' },
    /** Required entries of the step that are empty; -1 = not said. */
    missing: { type: Number, value: -1 },
    /** SaveText. */
    save: { type: Object, value: calm('', '') },
    /** 关怀模式: that it is saved goes without saying; that it is not is said. */
    large: { type: Boolean, value: false },
    /** The same field was changed elsewhere: which one counts has to be chosen. */
    clash: { type: Boolean, value: false },
  },
  methods: {
    onStepsTap() {
      if (this.data.at > 0) this.triggerEvent('steps')
    },
    onRetryTap() {
      this.triggerEvent('retry')
    },
    onLogInTap() {
      this.triggerEvent('login')
    },
    onChooseTap() {
      this.triggerEvent('choose')
    },
  },
})
