import type { PickedFile } from '../../../platform/media'
import { UploadCancelled, type AttachmentTarget, type Upload, type UploadWatcher } from '../../../services/attachments'
import { newId } from '../../../services/new-id'
import { failureOf, type Failure } from '../../../services/service-error'
import type { Attachment } from '../../../shared/domain/attachment'
import type { KeptFiles } from './kept-files'

/** One picked file on its way. */
export interface QueueItem {
  /** Also names the file towards the server: sending it again finds the same ledger row. */
  readonly key: string
  readonly materialId: string
  readonly file: PickedFile
  /** waiting → uploading → (gone from the queue, because the ledger has it) or failed; unusable = refused before upload. */
  readonly state: 'waiting' | 'uploading' | 'failed' | 'unusable'
  /** yes: it lies in the mini-program's own folder and survives a restart. no: the phone has no room for it there. */
  readonly kept: 'not yet' | 'yes' | 'no'
  /** 0–100 of the way to cloud storage. */
  readonly percent: number
  /** The ledger row, once it exists. */
  readonly attachmentId: string
  readonly failure: Failure | null
  /** Why it was refused before upload; '' otherwise. */
  readonly refusal: string
  /** Where WeChat put it when it was picked; absent after a restart. */
  readonly pickedPath?: string
}

export interface QueuePorts {
  readonly upload: (target: AttachmentTarget, file: PickedFile, watcher: UploadWatcher) => Upload
  readonly remove: (attachmentId: string) => Promise<void>
  readonly kept: KeptFiles
}

interface Listener {
  readonly changed: () => void
  readonly row: (attachment: Attachment) => void
}

const FRESH = {
  state: 'waiting',
  kept: 'not yet',
  percent: 0,
  attachmentId: '',
  failure: null,
  refusal: '',
  pickedPath: '',
} as const
const GONE = '这个文件已经不在手机里了（手机或微信清理过）。请重新选择。'

/**
 * Uploads files one after another. A failed or refused file stays as it is, with its reason, and does not stop the
 * others. The queue outlives the page, and, because files and list are kept on the phone, the mini-program too.
 */
export class UploadQueue {
  private items: readonly QueueItem[] = []
  private running: { readonly key: string; readonly upload: Upload } | null = null
  private restoring: Promise<void> | null = null
  /** Writes of the list, one after the other: an older list must not replace a newer one. */
  private saving: Promise<unknown> = Promise.resolve()
  private listener: Listener | null = null
  /** Ledger row → the picked file itself, which WeChat keeps as long as the mini-program runs. */
  private readonly picked = new Map<string, string>()

  constructor(
    private readonly draftId: string,
    private readonly ports: QueuePorts,
  ) {}

  get all(): readonly QueueItem[] {
    return this.items
  }

  /** Where the file of a ledger row lies on this phone; '' = it was not picked in this run. */
  pickedPath(attachmentId: string): string {
    return this.picked.get(attachmentId) ?? ''
  }

  get busy(): boolean {
    return this.items.some(({ state }) => state === 'waiting' || state === 'uploading')
  }

  /** Would a restart cut a file off, or lose one that the phone could not keep? */
  get wouldBeMissed(): boolean {
    return this.busy || this.items.some(({ state, kept }) => state === 'failed' && kept !== 'yes')
  }

  /** `changed` after every step; `row` with each ledger row that is final. One page listens; the answer stops that. */
  listen(changed: () => void, row: (attachment: Attachment) => void): () => void {
    const listener: Listener = { changed, row }
    this.listener = listener
    return () => {
      if (this.listener === listener) this.listener = null
    }
  }

  /** Takes up what an earlier run of the mini-program left, once. */
  restore(): Promise<void> {
    this.restoring ??= this.takeUp()
    return this.restoring
  }

  /** Resolves when the file is safe on the phone, or could not be made so; it is uploaded in any case. */
  async add(materialId: string, file: PickedFile): Promise<void> {
    const key = newId()
    this.push({ ...FRESH, key, materialId, file, pickedPath: file.path })
    const safe = await this.ports.kept.keep(key, file)
    if (safe && !this.has(key)) await this.ports.kept.drop(safe.path)
    else {
      this.patch(key, safe ? { file: safe, kept: 'yes' } : { kept: 'no' })
      await this.save()
    }
    void this.next()
  }

  /** Shows a file that cannot be taken, with the reason; it is never uploaded. */
  addUnusable(materialId: string, file: PickedFile, refusal: string): void {
    this.push({ ...FRESH, key: newId(), materialId, file, state: 'unusable', refusal })
  }

  retry(key: string): void {
    this.patch(key, { state: 'waiting', percent: 0, failure: null })
    void this.next()
  }

  /** Tries once more what nobody refused; for when the page shows again or the network is back. */
  resume(): void {
    for (const { key, failure } of this.items) if (failure && failure.outcome !== 'refused') this.retry(key)
  }

  /** Tells the page of a row that came another way: a file of an earlier case. */
  publish(attachment: Attachment): void {
    this.listener?.row(attachment)
  }

  /** Takes a file out: stops it when it is under way, forgets its ledger row when it has one. */
  async cancel(key: string): Promise<void> {
    const item = this.items.find((candidate) => candidate.key === key)
    if (!item) return
    this.drop(item)
    this.listener?.changed()
    if (this.running?.key === key) this.running.upload.abort()
    else if (item.attachmentId) await this.forget(item.attachmentId)
  }

  /** Forgets everything: the draft was submitted or thrown away. */
  async clear(): Promise<void> {
    this.items = []
    this.running?.upload.abort()
    await this.saving
    await this.ports.kept.clear()
  }

  private async takeUp(): Promise<void> {
    const left = await this.ports.kept.read()
    const known = new Set(this.items.map(({ key }) => key))
    const items = left
      .filter(({ upload }) => !known.has(upload.key))
      .map(({ upload, whole }): QueueItem => {
        const { key, materialId, path, name, size, attachmentId } = upload
        const item = { ...FRESH, key, materialId, file: { path, name, size }, kept: 'yes', attachmentId } as const
        return whole ? item : { ...item, state: 'unusable', refusal: GONE }
      })
    if (items.length === 0) return
    this.items = [...items, ...this.items]
    this.listener?.changed()
    void this.next()
  }

  private push(item: QueueItem): void {
    this.items = [...this.items, item]
    this.listener?.changed()
  }

  private async next(): Promise<void> {
    if (this.running) return
    const item = this.items.find(({ state }) => state === 'waiting')
    if (!item) return
    const { key } = item
    try {
      await this.send(item)
    } catch (error) {
      if (!(error instanceof UploadCancelled)) this.patch(key, { state: 'failed', failure: failureOf(error) })
    } finally {
      this.running = null
      this.listener?.changed()
    }
    await this.next()
  }

  private async send(item: QueueItem): Promise<void> {
    const { key, materialId, file } = item
    const upload = this.ports.upload({ draftId: this.draftId, materialId, uploadKey: key }, file, {
      onBegun: ({ attachmentId }) => {
        this.patch(key, { attachmentId })
        void this.save()
      },
      onProgress: (percent) => this.patch(key, { percent }),
    })
    this.running = { key, upload }
    this.patch(key, { state: 'uploading' })
    const attachment = await upload.done
    if (item.pickedPath !== undefined) this.picked.set(attachment.attachmentId, item.pickedPath)
    this.drop(item)
    this.listener?.row(attachment)
  }

  private has(key: string): boolean {
    return this.items.some((item) => item.key === key)
  }

  private drop({ key }: QueueItem): void {
    const item = this.items.find((candidate) => candidate.key === key)
    this.items = this.items.filter((candidate) => candidate.key !== key)
    if (item?.kept !== 'yes') return
    void this.save()
    void this.ports.kept.drop(item.file.path)
  }

  private save(): Promise<unknown> {
    this.saving = this.saving.then(() => {
      const kept = this.items.filter((item) => item.kept === 'yes' && item.state !== 'unusable')
      return this.ports.kept.save(
        kept.map(({ key, materialId, file, attachmentId }) => ({ key, materialId, ...file, attachmentId })),
      )
    })
    return this.saving
  }

  private patch(key: string, change: Partial<QueueItem>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item))
    this.listener?.changed()
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
