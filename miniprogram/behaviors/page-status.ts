import { toFailure, type Failure } from '../services/service-error'

/** Where the opening of a page, or of a part of it, stands; bound to <page-state>. */
export interface PageStatus {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** phase failed: why. phase ready: why the last refresh failed, while older content is still shown. */
  readonly failure: Failure | null
}

export const LOADING: PageStatus = { phase: 'loading', failure: null }
export const READY: PageStatus = { phase: 'ready', failure: null }
/** A page that was opened without the id of what it shows. */
export const NOTHING_TO_SHOW: PageStatus = {
  phase: 'failed',
  failure: toFailure({ code: 'NOT_FOUND', retryable: false }),
}
