import type { Way } from '../../upload/ways'

/** So many lie open where none of them leads. */
const OPEN = 3

type Shown = Pick<Way, 'source' | 'icon' | 'title'>

/** What a way is called here. @param begun a file is there already @param leads it is the screen's one button */
const called =
  (begun: boolean, leads: boolean) =>
  ({ source, icon, title }: Way): Shown => {
    if (source !== 'camera') return { source, icon, title }
    return { source, icon, title: begun ? '再拍一张' : leads ? '拍一张新的' : title }
  }

/**
 * 关怀模式: the ways to add a file lie open on the page, where add-sheet has them in a sheet; the seldom ones are folded.
 * Event: choose {source}.
 */
Component({
  properties: {
    ways: { type: Array, value: [] as readonly Way[] },
    /** What is taken. */
    note: { type: String, value: '' },
    /** The first way is a button, all others are folded. */
    lead: { type: Boolean, value: false },
    /** Files are there already. */
    begun: { type: Boolean, value: false },
    /** Nothing is wanted any more: that button is not the one thing to do. */
    done: { type: Boolean, value: false },
  },

  data: { first: null as Shown | null, open: [] as readonly Shown[], rest: [] as readonly Shown[] },

  observers: {
    'ways, lead, begun'(ways: readonly Way[], lead: boolean, begun: boolean) {
      const all = ways.map(called(begun, lead))
      const [first] = all
      const open = lead ? [] : all.slice(0, OPEN)
      this.setData({ first: lead && first ? first : null, open, rest: all.slice(lead ? 1 : OPEN) })
    },
  },

  methods: {
    onWayTap(event: WechatMiniprogram.TouchEvent<object, object, { source: string }>) {
      this.triggerEvent('choose', { source: event.currentTarget.dataset.source })
    },
  },
})
