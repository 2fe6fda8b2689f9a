import type { KeptPage } from '../platform/kept-pages'
import { watchNetwork } from '../platform/network'
import { lastSeenAccount } from '../services/seen-account'
import { didNotConnect, failureOf } from '../services/service-error'
import type { SubjectType } from '../shared/domain/account'
import { changedPaths } from './changed-paths'
import { LOADING, NOTHING_TO_SHOW, READY } from './page-status'

/**
 * One visit to a page: from onLoad until onUnload. It holds what the page works with besides what it shows, and is the
 * only way to put something on the page: after its end nothing that it started writes any more, whatever comes late.
 */
export interface Visit<Data, Work> {
  /** What the page works with; it does not cross to the view. */
  work: Work
  /** Puts what changed on the page. */
  show(patch: Partial<Data>): void
  /** The view changed by itself, or has to be told again: the next `show` starts from this. */
  alreadyShown(patch: Partial<Data>): void
  /**
   * Opens or refreshes the page, or the part whose status is bound to `at`: loading → ready or failed. Content that is
   * already shown stays while a refresh runs, and stays with a notice when it fails, unless no account is bound any more,
   * or another identity acts by now.
   * An answer that comes after a later
   * opening is ignored. What `take` makes of the answer is shown together with the status. Never rejects.
   * @param kept what this phone has of it: shown when the network is away and nothing is on the page yet
   */
  load<T>(
    read: () => Promise<T>,
    take: (value: T) => Partial<Data> | void,
    at?: keyof Data & string,
    kept?: () => Promise<KeptPage<T> | null>,
  ): Promise<void>
  /** As `load`, for a page about one thing: without the thing's id there is nothing to show. */
  loadOf<T>(
    id: string,
    read: (id: string) => Promise<T>,
    take: (value: T) => Partial<Data> | void,
    kept?: (id: string) => Promise<KeptPage<T> | null>,
  ): Promise<void>
  /**
   * Does what a tap asked for, one thing at a time: `at` is true while it runs, and another tap does nothing. Why it
   * failed is shown at `failure`, which is null until then, or told to it. Never rejects; true = it was done.
   */
  act(
    work: () => Promise<unknown>,
    failure: (keyof Data & string) | ((error: unknown) => unknown),
    at?: keyof Data & string,
  ): Promise<boolean>
  /** What is shown belongs to something else by now: answers on their way are stale, and it is loading. */
  restart(patch: Partial<Data>, at?: keyof Data & string): void
  /** Calls `listener` whenever the connection comes or goes. */
  onNetwork(listener: (online: boolean) => void): void
  /** Calls `stop` at the end, at once when it is over already. */
  stopAtEnd(stop: () => void): void
  /** See `endVisit`. */
  end(): void
}

/** What a visit needs of its page: a page or a component instance of WeChat. */
interface Host<Data> {
  readonly data: Data
  setData(data: Record<string, unknown>): void
}

class Course<Work> implements Visit<object, Work> {
  private shown: Readonly<Record<string, unknown>>
  /** Status member → which opening is the latest: an answer to an earlier one is stale. */
  private readonly openings = new Map<string, number>()
  /** Status member → who acted when the content came: nothing of it is another identity's. */
  private readonly owners = new Map<string, SubjectType | null | undefined>()
  private stops: readonly (() => void)[] = []
  private over = false

  constructor(
    private readonly page: Host<object>,
    public work: Work,
    private readonly apart: readonly string[],
  ) {
    this.shown = { ...page.data }
  }

  show(patch: object): void {
    if (this.over) return
    const changed = changedPaths(this.shown, patch, this.apart)
    this.shown = { ...this.shown, ...patch }
    if (Object.keys(changed).length > 0) this.page.setData(changed)
  }

  alreadyShown(patch: object): void {
    this.shown = { ...this.shown, ...patch }
  }

  async load<T>(
    read: () => Promise<T>,
    take: (value: T) => object | void,
    at = 'status',
    kept?: () => Promise<KeptPage<T> | null>,
  ): Promise<void> {
    if (this.over) return
    const isLatest = this.open(at)
    const active = lastSeenAccount()?.active
    const isOthers = this.owners.has(at) && this.owners.get(at) !== active
    const hadContent = this.phase(at) === 'ready' && !isOthers
    const keptAt = hadContent ? (this.statusOf(at)['keptAt'] ?? 0) : 0
    if (this.phase(at) === 'failed' || isOthers) this.show({ [at]: LOADING })
    try {
      const value = await read()
      if (!isLatest()) return
      this.owners.set(at, lastSeenAccount()?.active)
      this.show({ ...take(value), [at]: READY })
    } catch (error) {
      const failure = failureOf(error)
      // Without an account nothing on the page is the citizen's any more.
      const stays = hadContent && failure.code !== 'NOT_BOUND'
      const found = !stays && didNotConnect(failure) ? await this.keptOf(take, kept) : null
      if (!isLatest()) return
      if (found) this.owners.set(at, lastSeenAccount()?.active)
      const status = found
        ? { phase: 'ready', failure, keptAt: found.at }
        : { phase: stays ? 'ready' : 'failed', failure, keptAt }
      this.show({ ...found?.patch, [at]: status })
    }
  }

  async loadOf<T>(
    id: string,
    read: (id: string) => Promise<T>,
    take: (value: T) => object | void,
    kept?: (id: string) => Promise<KeptPage<T> | null>,
  ): Promise<void> {
    if (id === '') this.show({ status: NOTHING_TO_SHOW })
    else await this.load(() => read(id), take, 'status', kept && (() => kept(id)))
  }

  /** What this phone has; null when it has nothing that a page of this version can show. */
  private async keptOf<T>(take: (value: T) => object | void, kept?: () => Promise<KeptPage<T> | null>) {
    const found = await kept?.()
    try {
      return found ? { at: found.at, patch: take(found.value) } : null
    } catch {
      return null
    }
  }

  async act(
    work: () => Promise<unknown>,
    failure: string | ((error: unknown) => unknown),
    at = 'busy',
  ): Promise<boolean> {
    if (this.shown[at] === true) return false
    this.show({ ...(typeof failure === 'string' ? { [failure]: null } : {}), [at]: true })
    try {
      await work()
      return true
    } catch (error) {
      if (typeof failure === 'string') this.show({ [failure]: failureOf(error) })
      else await failure(error)
      return false
    } finally {
      this.show({ [at]: false })
    }
  }

  restart(patch: object, at = 'status'): void {
    this.open(at)
    this.show({ ...patch, [at]: LOADING })
  }

  onNetwork(listener: (online: boolean) => void): void {
    if (!this.over) this.stopAtEnd(watchNetwork(listener))
  }

  stopAtEnd(stop: () => void): void {
    if (this.over) stop()
    else this.stops = [...this.stops, stop]
  }

  end(): void {
    this.over = true
    this.stops.forEach((stop) => stop())
    this.stops = []
  }

  /** A new opening begins; tells whether it is still the latest, and anybody is here. */
  private open(at: string): () => boolean {
    const turn = (this.openings.get(at) ?? 0) + 1
    this.openings.set(at, turn)
    return () => !this.over && this.openings.get(at) === turn
  }

  private phase(at: string): unknown {
    return this.statusOf(at)['phase']
  }

  private statusOf(at: string): Readonly<Record<string, unknown>> {
    const status = this.shown[at]
    return typeof status === 'object' && status !== null ? (status as Record<string, unknown>) : {}
  }
}

/** Page or component instance → its visit. */
const known = new WeakMap<object, Course<unknown>>()

/**
 * The visits to one kind of page, e.g. `const visitOf = visits(() => ({ draft: NOTHING_CHOSEN }))`: `visitOf(this)` is
 * the visit of this page instance, made at its first use.
 * @param begin what a fresh visit works with
 * @param apart what the view binds part by part; see changedPaths
 */
export function visits<Work>(
  begin: () => Work,
  apart: readonly string[] = [],
): <Data extends object>(page: Host<Data>) => Visit<Data, Work> {
  return (page) => {
    const visit = (known.get(page) as Course<Work> | undefined) ?? new Course(page, begin(), apart)
    known.set(page, visit)
    return visit
  }
}

/** The visit to a page that works with nothing besides what it shows. */
export const visitOf = visits(() => null)

/** The `onUnload` of a page, the `detached` of a component. */
export function endVisit(this: Host<object>): void {
  visitOf(this).end()
}
