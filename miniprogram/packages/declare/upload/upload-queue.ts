import type { PickedFile } from '../../../platform/media'
import { UploadCancelled, type AttachmentTarget, type Upload, type UploadWatcher } from '../../../services/attachments'
import { failureOf, type Failure } from '../../../services/service-error'
import type { Attachment } from '../../../shared/domain/attachment'

/** One picked file on its way. */
export interface QueueItem {
  readonly key: string
  readonly materialId: string
  readonly file: PickedFile
  /** waiting → uploading → (gone from the queue, because the ledger has it) or failed; unusable = refused before upload. */
  readonly state: 'waiting' | 'uploading' | 'failed' | 'unusable'
  /** 0–100 of the way to cloud storage. */
  readonly percent: number
  /** The ledger row, once it exists. */
  readonly attachmentId: string
  readonly failure: Failure | null
  /** Why it was refused before upload; '' otherwise. */
  readonly refusal: string
}

export interface QueuePorts {
  readonly upload: (target: AttachmentTarget, file: PickedFile, watcher: UploadWatcher) => Upload
  readonly remove: (attachmentId: string) => Promise<void>
}

/**
 * Uploads files one after another. A failed or refused file stays as it is, with its reason, and does not stop the
 * others. The queue outlives the page: who comes back sees how far it got.
 */
export class UploadQueue {
  private items: readonly QueueItem[] = []
  /** `upload` is null while the row of an earlier try is cleared away. */
  private running: { readonly key: string; readonly upload: Upload | null } | null = null
  private minted = 0
  private listener: (() => void) | null = null
  private onRow: ((attachment: Attachment) => void) | null = null

  constructor(
    private readonly draftId: string,
    private readonly ports: QueuePorts,
  ) {}

  get all(): readonly QueueItem[] {
    return this.items
  }

  get busy(): boolean {
    return this.items.some(({ state }) => state === 'waiting' || state === 'uploading')
  }

  /** `changed` after every step; `row` with each ledger row that is final. Null stops listening. */
  listen(changed: (() => void) | null, row: ((attachment: Attachment) => void) | null): void {
    this.listener = changed
    this.onRow = row
  }

  add(materialId: string, file: PickedFile): void {
    this.push(materialId, file, 'waiting', '')
    void this.next()
  }

  /** Shows a file that cannot be taken, with the reason; it is never uploaded. */
  addUnusable(materialId: string, file: PickedFile, refusal: string): void {
    this.push(materialId, file, 'unusable', refusal)
  }

  retry(key: string): void {
    this.patch(key, { state: 'waiting', percent: 0, failure: null })
    void this.next()
  }

  /** Takes a file out: stops it when it is under way, forgets its ledger row when it has one. */
  async cancel(key: string): Promise<void> {
    const item = this.items.find((candidate) => candidate.key === key)
    if (!item) return
    this.items = this.items.filter((candidate) => candidate.key !== key)
    this.listener?.()
    if (this.running?.key === key) this.running.upload?.abort()
    else if (item.attachmentId) await this.forget(item.attachmentId)
  }

  private push(materialId: string, file: PickedFile, state: QueueItem['state'], refusal: string): void {
    this.minted += 1
    const key = `local-${this.minted}`
    const item = { key, materialId, file, state, percent: 0, attachmentId: '', failure: null, refusal }
    this.items = [...this.items, item]
    this.listener?.()
  }

  private async next(): Promise<void> {
    if (this.running) return
    const item = this.items.find(({ state }) => state === 'waiting')
    if (!item) return
    const { key } = item
    this.running = { key, upload: null }
    this.patch(key, { state: 'uploading' })
    try {
      await this.clearEarlierTry(item)
      if (this.items.some((candidate) => candidate.key === key)) await this.send(item)
    } catch (error) {
      if (!(error instanceof UploadCancelled)) this.patch(key, { state: 'failed', failure: failureOf(error) })
    } finally {
      this.running = null
      this.listener?.()
    }
    await this.next()
  }

  private async send({ key, materialId, file }: QueueItem): Promise<void> {
    const upload = this.ports.upload({ draftId: this.draftId, materialId }, file, {
      onBegun: ({ attachmentId }) => this.patch(key, { attachmentId }),
      onProgress: (percent) => this.patch(key, { percent }),
    })
    this.running = { key, upload }
    const attachment = await upload.done
    this.items = this.items.filter((candidate) => candidate.key !== key)
    this.onRow?.(attachment)
  }

  /** A try that got stuck left a row in the ledger, which takes a place of the material: it goes first. */
  private async clearEarlierTry({ key, attachmentId }: QueueItem): Promise<void> {
    if (attachmentId === '') return
    try {
      await this.ports.remove(attachmentId)
    } catch (error) {
      if (failureOf(error).code !== 'NOT_FOUND') throw error
    }
    this.patch(key, { attachmentId: '' })
  }

  private patch(key: string, change: Partial<QueueItem>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item))
    this.listener?.()
  }

  /** A row that cannot be removed now is abandoned by the clean-up timer. */
  private async forget(attachmentId: string): Promise<void> {
    try {
      await this.ports.remove(attachmentId)
    } catch {
      // See above.
    }
  }
}
