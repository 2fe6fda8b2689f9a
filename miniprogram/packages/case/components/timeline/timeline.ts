import type { ProgressNode } from '../../../../shared/domain/case'
import type { Word } from '../../../../shared/domain/words'
import { timelineView } from './timeline-view'

/** The steps of a case in order, each with its state: a dot shows what the words say. */
Component({
  properties: {
    nodes: { type: Array, value: [] as readonly ProgressNode[] },
    /** 关怀模式: a row opens it. */
    folded: { type: Boolean, value: false },
    /** The current step waits for the applicant. */
    mine: { type: Boolean, value: false },
    /** What is explained beside the title; see help-word. */
    words: { type: Array, value: [] as readonly Word[] },
  },

  data: { view: timelineView([], false, 0) },

  observers: {
    'nodes, mine'(nodes: readonly ProgressNode[] | null, mine: boolean) {
      this.setData({ view: timelineView(nodes ?? [], mine, Date.now()) })
    },
  },
})
