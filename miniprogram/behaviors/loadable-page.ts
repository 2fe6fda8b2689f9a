import { failureOf, toFailure, type Failure } from '../services/service-error'

/** Where the opening of a page stands; bound to <page-state>. */
export interface PageStatus {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** phase failed: why. phase ready: why the last refresh failed, while older content is still shown. */
  readonly failure: Failure | null
}

export const LOADING: PageStatus = { phase: 'loading', failure: null }
/** A page that was opened without the id of what it shows. */
const NOTHING_TO_SHOW: PageStatus = {
  phase: 'failed',
  failure: toFailure({ code: 'NOT_FOUND', retryable: false }),
}
const READY: PageStatus = { phase: 'ready', failure: null }

interface LoadablePage {
  readonly data: { readonly status: PageStatus }
  setData(data: { status: PageStatus }): void
}

/** Which opening of a page is the latest: an answer to an earlier one is stale. */
const latest = new WeakMap<object, number>()

/**
 * Opens or refreshes a page with one call: loading → ready or failed. Content that is already shown stays while a
 * refresh runs, and stays with a notice when it fails. An answer that comes after a later opening is ignored.
 * `show` puts the answer and `status` on the page with one setData. Never rejects.
 */
export async function loadPage<T>(
  page: LoadablePage,
  read: () => Promise<T>,
  show: (value: T, status: PageStatus) => void,
): Promise<void> {
  const turn = (latest.get(page) ?? 0) + 1
  latest.set(page, turn)
  const hadContent = page.data.status.phase === 'ready'
  if (page.data.status.phase === 'failed') page.setData({ status: LOADING })
  try {
    const value = await read()
    if (latest.get(page) === turn) show(value, READY)
  } catch (error) {
    if (latest.get(page) !== turn) return
    page.setData({ status: { phase: hadContent ? 'ready' : 'failed', failure: failureOf(error) } })
  }
}

/** As `loadPage`, for a page about one thing: without the thing's id there is nothing to show. */
export async function loadPageOf<T>(
  page: LoadablePage,
  id: string,
  read: (id: string) => Promise<T>,
  show: (value: T, status: PageStatus) => void,
): Promise<void> {
  if (id === '') page.setData({ status: NOTHING_TO_SHOW })
  else await loadPage(page, () => read(id), show)
}

/** Makes the answers that are still on their way stale; for onUnload and before the page changes what it shows. */
export function dropPendingLoads(page: object): void {
  latest.set(page, (latest.get(page) ?? 0) + 1)
}
