import type { FictionalAccount } from './accounts/account'
import type { Archives } from './archive/archives'
import type { Item, LiveCatalogue } from './catalogue/item'
import type { CreditRecord } from './credit-records'
import type { ProviderKeys } from './credentials'
import type { FileStore } from './state/file-store'
import type { Numbers } from './state/numbers'
import type { Store } from './state/store'

/** Everything that the provider's functions stand on. */
export interface Platform {
  readonly keys: ProviderKeys
  readonly accounts: readonly FictionalAccount[]
  readonly catalogue: LiveCatalogue
  readonly creditRecords: readonly CreditRecord[]
  readonly store: Store
  readonly files: FileStore
  readonly numbers: Numbers
  readonly archives: Archives
  /** Numbers of functions that the application may not call: 1004. */
  readonly withheld: readonly number[]
  /** Epoch ms. */
  readonly now: () => number
  /** Scheme, host and port of short-lived download addresses; known once the server listens. */
  readonly downloadBase: () => string
}

/** The matter of a stored case or declaration; throws when the catalogue no longer has it. */
export function itemOf(platform: Platform, itemId: string): Item {
  const item = platform.catalogue.itemById.get(itemId)
  if (item === undefined) throw new Error(`matter ${itemId} is not in the catalogue`)
  return item
}
