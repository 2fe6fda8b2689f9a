import type { Visit } from '../../../../behaviors/visit'
import { dropWords, keepWords, readWords } from '../../../../platform/kept-words'
import { previewAttachment } from '../../../../services/attachments'
import { seenPhone } from '../../../../services/seen-phone'
import { causeOf, toFailure } from '../../../../services/service-error'
import { removeSupplementFile, type OpenedSupplement } from '../../../../services/supplements'
import { LONGEST_REMARK, type SupplementRound } from '../../../../shared/domain/supplement'
import { tidy, tooLong } from '../../../../shared/form/text'
import { materialOf } from '../../supplement/item-view'
import { NO_ITEM, oneItem } from '../../supplement/one-item'
import { earlierView, roundTitle, roundView } from '../../supplement/round-view'
import { FilesSession } from '../../upload/files-session'
import type { SupplementData } from './supplement-data'

/** What is true of a file that cannot be shown. */
export const STANDING = '已经传好，不影响补正'

/** The rounds of one visit to the supplement page, the chosen one, and its files. */
export class SupplementSession {
  private opened: OpenedSupplement | null = null
  private chosen: SupplementRound | null = null
  private gathered: FilesSession | null = null
  private words = ''
  /** Of the page. */
  private title = ''
  /** The item that is looked at in 关怀模式; '' = nobody chose. */
  private at = ''

  constructor(
    /** The round that the address asks for; 0 = the first. */
    private readonly wanted: number,
    private readonly visit: Pick<Visit<SupplementData, unknown>, 'show'>,
  ) {}

  /** What is said to the office. */
  get remark(): string {
    return this.words
  }

  get round(): SupplementRound | null {
    return this.chosen
  }

  /** Files of the chosen round; null when none waits. */
  get files(): FilesSession | null {
    return this.gathered
  }

  leave(): void {
    this.gathered?.leave()
    this.gathered = null
  }

  /** Takes up what the server says, and stays with the round that was looked at. */
  async begin(opened: OpenedSupplement): Promise<void> {
    this.opened = opened
    const { matterName, statusName, rounds, earlier } = opened
    this.visit.show({
      matterName,
      statusName,
      rounds: rounds.length > 1 ? rounds.map(({ round, kind }) => ({ round, label: roundTitle(round, kind) })) : [],
      earlier: earlier.ok ? earlier.value.map(earlierView).reverse() : [],
      earlierFailure: earlier.ok ? '' : causeOf(toFailure(earlier.error)),
      ready: true,
    })
    const before = this.chosen?.round ?? this.wanted
    await this.turnTo(rounds.find(({ round }) => round === before) ?? rounds[0])
  }

  /** Another item of the round, in 关怀模式. */
  lookAt(materialId: string): void {
    this.at = materialId
    this.render()
  }

  async choose(round: number): Promise<void> {
    await this.turnTo(this.opened?.rounds.find((one) => one.round === round))
  }

  /** What is said to the office; a form that needs no change is answered by it. The phone keeps it until it is sent. */
  async say(remark: string): Promise<void> {
    this.words = remark
    this.render()
    if (!this.chosen) return
    const isKept = await keepWords(this.owner, placeOf(this.chosen), { remark })
    this.visit.show({ remarkUnkept: !isKept })
  }

  /** It was sent. */
  async forgetRemark(): Promise<void> {
    if (this.chosen) await dropWords(this.owner, placeOf(this.chosen))
  }

  private get owner() {
    return this.opened?.account.active ?? 'anyone'
  }

  /** Deletes a file that was uploaded elsewhere; true when it is gone, and everything is to be read again. */
  async removeElsewhere(fileId: string, name: string): Promise<boolean> {
    const { supplementId = '' } = this.chosen ?? {}
    return (await this.files?.deleted(name, () => removeSupplementFile(supplementId, fileId))) ?? false
  }

  /** undefined when none waits. */
  private async turnTo(round: SupplementRound | undefined): Promise<void> {
    const isOther = round?.supplementId !== this.chosen?.supplementId
    this.chosen = round ?? null
    if (!round) {
      this.leave()
      this.visit.show({ view: null, chosen: 0, phone: seenPhone() })
      return
    }
    if (isOther) {
      this.at = ''
      this.words = remarkIn(await readWords(this.owner, placeOf(round)))
    }
    const { items } = round
    await this.filesOf(round).take(
      items.map(materialOf),
      items.flatMap(({ files }) => files),
    )
    this.visit.show({ chosen: round.round, remark: this.remark })
    this.render()
  }

  private filesOf({ supplementId }: SupplementRound): FilesSession {
    if (this.gathered?.id === supplementId) return this.gathered
    this.leave()
    const place = { id: supplementId, name: '这一轮', standing: STANDING, preview: previewAttachment }
    this.gathered = new FilesSession(place, () => this.render())
    return this.gathered
  }

  private render(): void {
    const { files } = this
    if (!this.chosen || !this.opened || !files) return
    const items = this.chosen.items.map((item) => ({
      ...item,
      files: files.rows.filter(({ materialId }) => materialId === item.materialId),
    }))
    this.chosen = { ...this.chosen, items }
    const { beforeKnown, stage } = this.opened
    const view = roundView(this.chosen, files.items, beforeKnown, this.remark, stage)
    const long = tooLong(tidy(this.remark), LONGEST_REMARK)
    if (view.pageTitle !== this.title) void wx.setNavigationBarTitle({ title: view.pageTitle })
    this.title = view.pageTitle
    const remarkObstacle = long && `${long}，请缩短`
    const one = view.overdue ? NO_ITEM : oneItem(view.items, this.at)
    // An item that is answered stays in sight: the next comes by a tap.
    this.at = one.at
    this.visit.show({ view, one, phone: view.phone || seenPhone(), busy: files.busy, remarkObstacle })
  }
}

const placeOf = ({ supplementId }: SupplementRound) => `supplement.${supplementId}` as const

/** What the phone kept of it. */
const remarkIn = (kept: object | null): string =>
  kept !== null && 'remark' in kept && typeof kept.remark === 'string' ? kept.remark : ''
