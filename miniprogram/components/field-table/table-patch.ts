import type { TableView } from './table-editor'

/** The smallest setData that turns what is shown into `after`: lists of the same length by the items that changed. */
export function tablePatch(before: TableView, after: TableView): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const name of Object.keys(after) as (keyof TableView)[]) {
    const [old, now] = [before[name], after[name]]
    if (same(old, now)) continue
    if (!Array.isArray(old) || !Array.isArray(now) || old.length !== now.length) {
      patch[name] = now
      continue
    }
    now.forEach((item: unknown, i) => {
      if (!same(old[i], item)) patch[`${name}[${i}]`] = item
    })
  }
  return patch
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
