/** 关怀模式 shows one of several at a time, with the way to its neighbours. */
export interface OneOfMany {
  /** Its id; '' = there is none. */
  readonly at: string
  /** `第 1 项，共 3 项` */
  readonly text: string
  /** Id of the one before; '' = it is the first. */
  readonly before: string
  /** Id of the one behind; '' = it is the last. */
  readonly next: string
}

/** @param wanted id of the one that was looked at; the first when there is none such */
export function oneOfMany(ids: readonly string[], wanted: string): OneOfMany {
  const place = Math.max(0, ids.indexOf(wanted))
  return {
    at: ids[place] ?? '',
    text: `第 ${place + 1} 项，共 ${ids.length} 项`,
    before: ids[place - 1] ?? '',
    next: ids[place + 1] ?? '',
  }
}
