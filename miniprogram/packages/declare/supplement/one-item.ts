import type { ItemView } from './item-view'

/** 关怀模式 shows one item of a round at a time. */
export interface OneItem {
  /** The material that shows; '' = there is none. */
  readonly at: string
  /** The next one that lacks something; '' = no other does. */
  readonly next: string
  /** Nothing is left to do here: the blue button is the one that leads on. */
  readonly leads: boolean
}

export const NO_ITEM: OneItem = { at: '', next: '', leads: false }

/** @param wanted the material that was looked at; '' = none yet: the first that lacks something */
export function oneItem(items: readonly ItemView[], wanted: string): OneItem {
  const one =
    items.find(({ materialId }) => materialId === wanted) ?? items.find(({ answered }) => !answered) ?? items[0]
  if (one === undefined) return NO_ITEM
  const place = items.indexOf(one)
  const next = [...items.slice(place + 1), ...items.slice(0, place)].find(({ answered }) => !answered)
  const act = one.formButton !== '' || one.material !== null
  return { at: one.materialId, next: next?.materialId ?? '', leads: one.answered || !act }
}
