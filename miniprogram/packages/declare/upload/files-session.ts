import { confirm, toast } from '../../../platform/feedback'
import { removeAttachment } from '../../../services/attachments'
import { tellFailure } from '../../../services/tell-failure'
import type { Attachment } from '../../../shared/domain/attachment'
import type { Material } from '../../../shared/domain/matter'
import { examine } from './file-check'
import { isPicture } from './file-icon'
import { fileCount } from './material-view'
import { type FileSource, pickFiles } from './pick-files'
import { queueOf } from './queues'
import { showFile } from './show-file'
import type { QueueItem, UploadQueue } from './upload-queue'

/** Where files are gathered, and what differs between such places. */
export interface FilesPlace {
  /** Of the draft or the supplement; also the name of its queue. */
  readonly id: string
  /** What a deleted file is missing from, e.g. 这次申报 */
  readonly name: string
  /** What is true of a file that cannot be shown, e.g. 已经传好，不影响申报 */
  readonly standing: string
  /** A short-lived address of a file. @param row what the ledger knows of it */
  readonly preview: (attachmentId: string, row: Attachment | undefined) => Promise<{ readonly url: string }>
}

/** Which file a tap is about: it is on its way, or the ledger has it. */
export interface FileDetail {
  readonly key: string
  readonly attachmentId: string
  readonly name: string
}

/** What material-files tells of a tap on a file; the session has a method for each. */
export interface FileEvent {
  readonly type: 'retry' | 'cancel' | 'remove' | 'preview'
  readonly detail: FileDetail
}

/** The files of a draft or of a supplement, as long as somebody looks at them: the ledger's, and those on their way. */
export class FilesSession {
  /** The queue goes on; who comes back sees how far it got. */
  readonly leave: () => void
  private readonly queue: UploadQueue
  private materials: readonly Material[] = []
  private ledger: readonly Attachment[] = []

  constructor(
    private readonly place: FilesPlace,
    /** Something has to be shown. */
    private readonly changed: () => void,
  ) {
    this.queue = queueOf(place.id)
    this.leave = this.queue.listen(changed, (row) => this.keep(row.attachmentId, row))
  }

  get id(): string {
    return this.place.id
  }

  /** Files that the ledger has. */
  get rows(): readonly Attachment[] {
    return this.ledger
  }

  /** Files on their way. */
  get items(): readonly QueueItem[] {
    return this.queue.all
  }

  /** The picture of a delivered file, while this phone has it; '' = it has not. */
  pictureOf = (attachmentId: string): string => {
    const path = this.queue.pickedPath(attachmentId)
    return isPicture(path) ? path : ''
  }

  get busy(): boolean {
    return this.queue.busy
  }

  /** Takes up what the server says, and what an earlier run of the mini-program left. */
  async take(materials: readonly Material[], rows: readonly Attachment[]): Promise<void> {
    this.materials = materials
    this.ledger = rows
    await this.queue.restore()
  }

  /** Nothing is gathered here any more. */
  clear(): Promise<void> {
    return this.queue.clear()
  }

  /** Tries again what only the network stopped. */
  resume(): void {
    this.queue.resume()
  }

  /** The picker comes up; each picked file is checked here first and then uploaded after the others. */
  async add(materialId: string, source: FileSource): Promise<void> {
    const material = this.materials.find((one) => one.materialId === materialId)
    if (!material) return
    const isMine = (file: { readonly materialId: string }): boolean => file.materialId === materialId
    const have = (): number => fileCount(material, this.ledger, this.items)
    const names = [
      ...this.ledger.filter(isMine).map(({ fileName }) => fileName),
      ...this.items.filter(isMine).map(({ file }) => file.name),
    ]
    for (const picked of await pickFiles(source, material, have(), names)) {
      const { file, refusal } = await examine(picked, material, have)
      if (refusal) this.queue.addUnusable(materialId, file, refusal)
      else await this.queue.add(materialId, file)
    }
  }

  retry({ key }: FileDetail): void {
    this.queue.retry(key)
  }

  cancel({ key }: FileDetail): Promise<void> {
    return this.queue.cancel(key)
  }

  /** A file that is on its way is stopped; else the ledger's is deleted, when the citizen agrees. */
  async remove({ key, attachmentId, name }: FileDetail): Promise<void> {
    if (this.items.some((item) => item.key === key)) await this.queue.cancel(key)
    else if (await this.deleted(name, () => removeAttachment(attachmentId))) this.keep(attachmentId)
  }

  /** Asks, deletes a file and says so; true when it is gone. */
  async deleted(name: string, remove: () => Promise<void>): Promise<boolean> {
    const content = `“${name}”会从${this.place.name}里删除。`
    if (!(await confirm({ title: '删除这个文件？', content, confirmText: '删除' }))) return false
    try {
      await remove()
      toast('已删除')
      return true
    } catch (error) {
      await tellFailure(error, '文件还在，没有删除。')
      return false
    }
  }

  preview({ attachmentId, name }: FileDetail): Promise<void> {
    const row = this.ledger.find((one) => one.attachmentId === attachmentId)
    return showFile(name, this.place.standing, () => this.place.preview(attachmentId, row))
  }

  /** The ledger's row of a file changed; without one it is gone. */
  private keep(attachmentId: string, row?: Attachment): void {
    const others = this.ledger.filter((one) => one.attachmentId !== attachmentId)
    this.ledger = row ? [...others, row] : others
    this.changed()
  }
}
