import type { UnneededFile } from '../../draft/situation-view'

/** Files that an earlier situation needed, by name, so that nothing is lost in silence. */
Component({
  properties: {
    files: { type: Array, value: [] as readonly UnneededFile[] },
  },
})
