/** Kinds of what is kept of a citizen here, as 我的数据 lists them. */
export type KeptKind = 'identities' | 'drafts' | 'files' | 'cases' | 'messages' | 'reminders'

/** Kinds that she may have removed by themselves, each without harm to what was filed. */
export const ERASABLE_KINDS = ['drafts', 'files', 'messages'] as const
export type ErasableKind = (typeof ERASABLE_KINDS)[number]

/** How much of a kind is kept. */
export interface KeptCount {
  readonly kind: KeptKind
  readonly count: number
  /** Until when, in words: `最后一次改动后 180 天`. */
  readonly until: string
}
