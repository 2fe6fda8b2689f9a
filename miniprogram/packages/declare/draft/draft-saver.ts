import type { DraftCopy } from '../../../platform/storage'
import { failureOf, type Failure } from '../../../services/service-error'
import type { FormPatch } from '../../../shared/domain/declaration'
import type { BeijingTime } from '../../../shared/domain/time'
import { inBatches } from './batches'
import type { Clash, Draft } from './draft'
import type { Filled } from './filled'
import { Timer } from './timer'

/** How safe the typed text is, for `已保存 12:03`. */
export type SaveState =
  /** `held`: values of the wrong shape that the server cannot take; they are only on the phone. */
  | { readonly kind: 'saved'; readonly at: BeijingTime; readonly held: number }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  /** `onPhone`: the local copy was written; without it, leaving the page loses what was typed. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly onPhone: boolean }
  | { readonly kind: 'conflict'; readonly clashes: readonly Clash[] }

/** What the saver needs from the outside. */
export interface SaverPorts {
  readonly save: (
    baseVersion: number,
    patches: readonly FormPatch[],
  ) => Promise<{ version: number; savedAt: BeijingTime }>
  readonly open: () => Promise<Filled>
  readonly keep: (copy: DraftCopy) => Promise<void>
  readonly drop: () => Promise<void>
  readonly onState: (state: SaveState) => void
}

/** Saving waits for this pause in typing. */
export const SAVE_AFTER_MS = 2000
/** The phone's own copy is written much sooner, also while typing goes on: an app that is killed loses no more than this. */
const KEEP_WITHIN_MS = 300

/**
 * Saves a draft's changes: on the phone at once, on the server after a pause or when told. Only changed fields and rows
 * travel, in as many calls as they need.
 * A failed save keeps the phone's copy and is tried again on the next change, `flush` or page show; one that came too often,
 * by itself when the server takes it again. Saves never overlap.
 */
export class DraftSaver {
  private readonly saveTimer = new Timer()
  private readonly keepTimer = new Timer()
  private running: Promise<void> | undefined
  private state: SaveState
  /** ms since the epoch: the server wants to be left alone until then. */
  private notBefore = 0

  constructor(
    private readonly draft: Draft,
    private readonly ports: SaverPorts,
  ) {
    this.state = { kind: 'saved', at: draft.filled.savedAt, held: 0 }
  }

  get current(): SaveState {
    return this.state
  }

  /** Something was typed. */
  touch(): void {
    if (!this.keepTimer.pending) this.keepTimer.set(KEEP_WITHIN_MS, () => void this.keep())
    if (this.state.kind === 'conflict') return
    if (this.state.kind === 'saved') this.show({ kind: 'changed' })
    this.saveLater()
  }

  /** Saves now. true when the server has everything that it can take. Never rejects. */
  async flush(): Promise<boolean> {
    this.saveTimer.cancel()
    this.keepTimer.cancel()
    if (this.draft.hasChanges) await this.keep()
    while (this.running) await this.running
    if (this.state.kind === 'conflict') return false
    this.draft.dropSaved()
    if (this.draft.patches().length > 0) {
      if (Date.now() < this.notBefore) {
        this.saveLater()
        return false
      }
      this.running = this.save().finally(() => (this.running = undefined))
      await this.running
    } else if (this.state.kind === 'changed') {
      await this.settle(this.draft.filled.savedAt)
    }
    return this.current.kind === 'saved'
  }

  /** The applicant decided about the fields changed on both sides. */
  async resolve(choice: 'mine' | 'newest'): Promise<void> {
    if (this.state.kind !== 'conflict') return
    if (choice === 'newest') this.state.clashes.forEach((clash) => this.draft.takeNewest(clash))
    this.show({ kind: 'changed' })
    // When nothing of mine is left to save, the newest is what the server has.
    await this.flush()
  }

  /** Puts fields that changed on both sides before the applicant. */
  reportClashes(clashes: readonly Clash[]): void {
    if (clashes.length > 0) this.show({ kind: 'conflict', clashes })
  }

  /** Stops the timers; what is not saved stays in the phone's copy. */
  dispose(): void {
    this.saveTimer.cancel()
    this.keepTimer.cancel()
  }

  private async save(attempt = 1): Promise<void> {
    const patches = this.draft.patches()
    if (patches.length === 0) return
    this.show({ kind: 'saving' })
    try {
      const batches = inBatches(patches)
      for (const batch of batches) {
        this.draft.sending(batch)
        // An app that is killed between two batches must know half a table on the server as its own.
        if (batches.length > 1) await this.keep()
        const { version, savedAt } = await this.ports.save(this.draft.version, batch)
        this.draft.saved(batch, version, savedAt)
      }
      await this.settle(this.draft.filled.savedAt)
    } catch (error) {
      await this.recover(failureOf(error), attempt)
    }
  }

  private saveLater(): void {
    this.saveTimer.set(Math.max(SAVE_AFTER_MS, this.notBefore - Date.now()), () => void this.flush())
  }

  private async recover(failure: Failure, attempt: number): Promise<void> {
    if (failure.code === 'RATE_LIMITED') {
      this.notBefore = Date.now() + failure.retryAfterMs
      this.saveLater()
    }
    // The answer to a save may be lost although it was done: both cases are cleared up by looking at the newest state.
    const unclear = failure.code === 'CONFLICT' || failure.outcome === 'unknown'
    if (unclear && attempt <= 2) return this.mergeNewest(failure, attempt)
    if (failure.code === 'INVALID_INPUT' && failure.fields.length > 0 && attempt <= 2) {
      for (const { field, message } of failure.fields) this.refuse(field, message)
      await this.fail(failure)
      return this.save(attempt + 1)
    }
    await this.fail(failure)
  }

  private async mergeNewest(failure: Failure, attempt: number): Promise<void> {
    let newest: Filled
    try {
      newest = await this.ports.open()
    } catch {
      return this.fail(failure)
    }
    const clashes = this.draft.rebase(newest)
    if (clashes.length > 0) return this.reportClashes(clashes)
    if (this.draft.patches().length > 0) return this.save(attempt + 1)
    return this.settle(newest.savedAt)
  }

  /** `<materialId>.<fieldId>`, perhaps with a cell of a table behind it. */
  private refuse(path: string, message: string): void {
    const [materialId, rest] = [path.slice(0, path.indexOf('.')), path.slice(path.indexOf('.') + 1)]
    if (materialId) this.draft.refuse(materialId, rest.replace(/\[.*$/, ''), message)
  }

  private async settle(savedAt: BeijingTime): Promise<void> {
    if (this.draft.hasChanges) {
      await this.keep()
      if (this.draft.patches().length > 0) {
        this.show({ kind: 'changed' })
        this.saveLater()
        return
      }
    } else {
      await this.ports.drop()
    }
    this.show({ kind: 'saved', at: savedAt, held: this.draft.changeCount })
  }

  private async fail(failure: Failure): Promise<void> {
    this.show({ kind: 'failed', failure, onPhone: await this.keep() })
  }

  private async keep(): Promise<boolean> {
    try {
      await this.ports.keep(this.draft.copy(Date.now()))
      return true
    } catch {
      return false
    }
  }

  private show(state: SaveState): void {
    this.state = state
    this.ports.onState(state)
  }
}
