import { remedies } from '../../draft/problem-words'
import type { ProblemView } from '../../pages/form/form-data'

/** So many ways to a field stand open: with them the first wrong field is in sight too. */
const FIRST = 3

/** What 下一步 found, each with the way to its field. Events: jump (a ProblemView), skip. */
Component({
  properties: {
    /** ProblemView[] */
    problems: { type: Array, value: [] as readonly ProblemView[] },
    /** The way past them. */
    skip: { type: String, value: '' },
    /** There were some, and all are mended. */
    mended: { type: Boolean, value: false },
  },
  data: { title: '', shown: [] as readonly ProblemView[], more: 0, all: false },
  observers: {
    problems(problems: readonly ProblemView[]) {
      this.setData({ all: this.data.all && problems.length > 0 })
      this.put()
    },
  },
  methods: {
    put() {
      const problems: readonly ProblemView[] = this.data.problems
      const shown = this.data.all ? problems : problems.slice(0, FIRST)
      this.setData({ title: `这一步有 ${remedies(problems)}`, shown, more: problems.length - shown.length })
    },
    onMoreTap() {
      this.setData({ all: true })
      this.put()
    },
    onJumpTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const problem = this.data.shown[Number(event.currentTarget.dataset.index)]
      if (problem) this.triggerEvent('jump', problem)
    },
    onSkipTap() {
      this.triggerEvent('skip')
    },
  },
})
