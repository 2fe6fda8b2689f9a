import { confirm, toast } from '../../../../platform/feedback'
import { removeAttachment } from '../../../../services/attachments'
import { toFailure } from '../../../../services/service-error'
import { tellFailure } from '../../../../services/tell-failure'
import { removeSupplementFile, type OpenedSupplement } from '../../../../services/supplements'
import type { Attachment } from '../../../../shared/domain/attachment'
import type { SupplementItem, SupplementRound } from '../../../../shared/domain/supplement'
import { materialOf } from '../../supplement/item-view'
import { earlierView, roundTitle, roundView, type RoundView } from '../../supplement/round-view'
import { examine } from '../../upload/file-check'
import { fileCount } from '../../upload/material-view'
import { type FileSource, pickFiles } from '../../upload/pick-files'
import { queueOf } from '../../upload/queues'
import type { UploadQueue } from '../../upload/upload-queue'
import type { SupplementData } from './supplement-data'

/** What is asked before a file is deleted, and what happens then; the page reads everything again when it came from elsewhere. */
type Deleted = 'kept' | 'deleted' | 'reload'

/** One visit to the supplement page: the rounds, the chosen one, and its files. The page only passes events on. */
export class SupplementSession {
  private opened: OpenedSupplement | null = null
  private chosen: SupplementRound | null = null
  private shown: RoundView | null = null
  private busy = false
  private remark = ''

  constructor(
    /** The round that the address asks for; 0 = the first. */
    private readonly wanted: number,
    private readonly setData: (patch: Partial<SupplementData>) => void,
  ) {}

  get round(): SupplementRound | null {
    return this.chosen
  }

  /** Tries again what only the network stopped. */
  resume(): void {
    this.queue()?.resume()
  }

  /** The queue goes on; who comes back sees how far it got. */
  leave(): void {
    this.queue()?.listen(null, null)
  }

  /** Takes up what the server says, and stays with the round that was looked at. */
  async begin(opened: OpenedSupplement): Promise<void> {
    this.opened = opened
    const { account, matterName, statusName, rounds, earlier } = opened
    this.setData({
      account,
      matterName,
      statusName,
      rounds: rounds.length > 1 ? rounds.map(({ round, kind }) => ({ round, label: roundTitle(round, kind) })) : [],
      earlier: earlier.ok ? earlier.value.map(earlierView).reverse() : [],
      earlierFailure: earlier.ok ? null : toFailure(earlier.error),
      ready: true,
    })
    const before = this.chosen?.round ?? this.wanted
    await this.show(rounds.find(({ round }) => round === before) ?? rounds[0])
  }

  async choose(round: number): Promise<void> {
    await this.show(this.opened?.rounds.find((one) => one.round === round))
  }

  /** The picker comes up; each picked file is checked here first and then uploaded after the others. */
  async add(materialId: string, source: FileSource): Promise<void> {
    const [item, queue] = [this.item(materialId), this.queue()]
    if (!item || !queue) return
    const material = materialOf(item)
    const queued = () => queue.all.filter((one) => one.materialId === materialId)
    const have = (): number => fileCount(material, this.item(materialId)?.files ?? [], queue.all)
    const names = [...item.files.map(({ fileName }) => fileName), ...queued().map(({ file }) => file.name)]
    for (const picked of await pickFiles(source, material, have(), names)) {
      const { file, refusal } = await examine(picked, material, have)
      if (refusal) queue.addUnusable(materialId, file, refusal)
      else await queue.add(materialId, file)
    }
  }

  /** What is said to the office; a form that needs no change is answered by it. */
  say(remark: string): void {
    this.remark = remark
    this.render()
  }

  retry(key: string): void {
    this.queue()?.retry(key)
  }

  async cancel(key: string): Promise<void> {
    await this.queue()?.cancel(key)
  }

  async remove(key: string, attachmentId: string, name: string): Promise<void> {
    if (this.queue()?.all.some((one) => one.key === key)) return this.cancel(key)
    const item = this.chosen?.items.find(({ files }) => files.some((file) => file.attachmentId === attachmentId))
    if (!item || (await this.ask(name, () => removeAttachment(attachmentId))) === 'kept') return
    this.keepFiles(item.materialId, (files) => files.filter((file) => file.attachmentId !== attachmentId))
  }

  /** Deletes a file that was uploaded elsewhere. */
  async removeElsewhere(fileId: string, name: string): Promise<Deleted> {
    const { supplementId = '' } = this.chosen ?? {}
    const deleted = await this.ask(name, () => removeSupplementFile(supplementId, fileId))
    return deleted === 'deleted' ? 'reload' : deleted
  }

  private async ask(name: string, remove: () => Promise<void>): Promise<Deleted> {
    const content = `“${name}”会从这一轮里删除。`
    if (!(await confirm({ title: '删除这个文件？', content, confirmText: '删除' }))) return 'kept'
    try {
      await remove()
      toast('已删除')
      return 'deleted'
    } catch (error) {
      await tellFailure(error, '文件还在，没有删除。')
      return 'kept'
    }
  }

  /** undefined when none waits. */
  private async show(round: SupplementRound | undefined): Promise<void> {
    this.leave()
    this.chosen = round ?? null
    this.shown = null
    if (!round) {
      this.setData({ view: null, chosen: 0 })
      return
    }
    const queue = queueOf(round.supplementId)
    queue.listen(
      () => this.render(),
      (row) => this.keepRow(row),
    )
    await queue.restore()
    this.setData({ chosen: round.round })
    this.render()
  }

  private keepRow(row: Attachment): void {
    const isOther = (file: Attachment): boolean => file.attachmentId !== row.attachmentId
    this.keepFiles(row.materialId, (files) => [...files.filter(isOther), row])
  }

  /** The ledger of one material changed. */
  private keepFiles(materialId: string, change: (files: readonly Attachment[]) => readonly Attachment[]): void {
    if (!this.chosen) return
    const items = this.chosen.items.map((item) =>
      item.materialId === materialId ? { ...item, files: change(item.files) } : item,
    )
    this.chosen = { ...this.chosen, items }
    this.render()
  }

  private render(): void {
    const queue = this.queue()
    if (!this.chosen || !this.opened || !queue) return
    const view = roundView(this.chosen, queue.all, this.opened.beforeKnown, this.remark)
    if (JSON.stringify(view) !== JSON.stringify(this.shown)) this.setData({ view })
    this.shown = view
    if (queue.busy !== this.busy) this.setData({ busy: queue.busy })
    this.busy = queue.busy
  }

  private queue(): UploadQueue | undefined {
    return this.chosen ? queueOf(this.chosen.supplementId) : undefined
  }

  private item(materialId: string): SupplementItem | undefined {
    return this.chosen?.items.find((item) => item.materialId === materialId)
  }
}
