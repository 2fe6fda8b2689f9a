import type { AccountView } from '../../domain/account'
import type { ErasableKind, KeptCount } from '../../domain/own-data'
import type { BeijingTime } from '../../domain/time'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

export interface KeptData {
  readonly account: AccountView
  /** Of the active identity; empty when nothing is bound. */
  readonly kept: readonly KeptCount[]
}

/** What is kept of the citizen here: ours alone, the provider keeps its own */
export interface DataActions {
  'data.open': { input: Nothing; output: KeptData }
  /** A zip with all of it, for people and for machines, at a short-lived address. `bytes`: its size. */
  'data.export': { input: Nothing; output: { url: string; expiresAt: BeijingTime; fileName: string; bytes: number } }
  /** Removes one kind at once. What is being sent at this moment stays. */
  'data.delete': { input: { kind: ErasableKind }; output: KeptData }
  /** Unbinds all identities, and removes all that is kept of them; `isDone` false = the rest follows within a day. */
  'data.leave': { input: Nothing; output: { account: AccountView; isDone: boolean } }
}

export const DATA_FACTS = {
  'data.open': { on: 'api', repeat: 'read', audit: 'look' },
  'data.export': { on: 'transfer', repeat: 'read', audit: 'look' },
  'data.delete': { on: 'api', repeat: 'same', audit: 'change', objects: ['kind'] },
  'data.leave': { on: 'api', repeat: 'same', audit: 'change' },
} as const satisfies FactsOf<DataActions>
