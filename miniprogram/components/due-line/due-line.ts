import type { DueView } from '../../shared/domain/due'

/** Until when something is the citizen's to do, and how long that still is: the same line on every page. */
Component({
  properties: {
    due: { type: Object, value: null as DueView | null },
  },
})
