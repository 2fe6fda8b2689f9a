import type { DueView } from '../../shared/domain/due'

/** 12月3日（周四）17:00 前 → day and time; each stays together where both have no room in a line. */
function partsOf({ until }: DueView): { readonly day: string; readonly time: string } {
  const [, day = '', time = until] = /^(.*?)(\d{2}:\d{2} 前)$/.exec(until) ?? []
  return { day, time }
}

/** Until when something is the citizen's to do, and how long that still is: the same line on every page. */
Component({
  properties: {
    due: { type: Object, value: null as DueView | null },
  },

  data: { day: '', time: '' },

  observers: {
    due(due: DueView | null) {
      if (due !== null) this.setData(partsOf(due))
    },
  },
})
