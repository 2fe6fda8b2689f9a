import { goTo } from '../../../../platform/routes'
import { NO_SITUATION, type SituationView } from '../../draft/situation-view'

/** The situation of a draft and who acts in it, with the way to change both. */
Component({
  properties: {
    situation: { type: Object, value: NO_SITUATION },
    /** Nothing may be changed now. */
    locked: { type: Boolean, value: false },
  },
  methods: {
    onChangeTap() {
      const { place }: SituationView = this.data.situation
      void goTo('situation', place)
    },
  },
})
