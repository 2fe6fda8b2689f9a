import { toFailure, type Failure } from '../services/service-error'

/** Where the opening of a page, or of a part of it, stands; bound to <page-state>. */
export interface PageStatus {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** phase failed: why. phase ready: why the last refresh failed, while older content is still shown. */
  readonly failure: Failure | null
  /** When what is shown was kept on this phone, ms since the epoch; 0 = it came from the server. */
  readonly keptAt: number
}

export const LOADING: PageStatus = { phase: 'loading', failure: null, keptAt: 0 }
export const READY: PageStatus = { phase: 'ready', failure: null, keptAt: 0 }
/** A page that was opened without the id of what it shows. */
export const NOTHING_TO_SHOW: PageStatus = {
  phase: 'failed',
  failure: toFailure({ code: 'NOT_FOUND', retryable: false }),
  keptAt: 0,
}
