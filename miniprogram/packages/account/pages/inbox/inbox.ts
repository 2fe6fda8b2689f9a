import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { FEW, type FewMore, showsAll } from '../../../../components/few-more/few'
import { endPullDown } from '../../../../platform/pull-down'
import { goTo } from '../../../../platform/routes'
import { type InboxPage, openInbox, readMessages } from '../../../../services/inbox'
import { appendNew, readPages } from '../../../../services/paged-list'
import { offerSwitch, otherIdentity } from '../../../../services/offer-switch'
import { tellFailure } from '../../../../services/tell-failure'
import type { AccountView } from '../../../../shared/domain/account'
import type { Reminders } from '../../../../shared/domain/message'
import { cardOf, groupsOf, type MessageCard } from './inbox-view'

type CardTap = WechatMiniprogram.TouchEvent<object, object, { message: string }>

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    account: null as AccountView | null,
    cards: [] as readonly MessageCard[],
    /** The same, as they are shown. */
    groups: groupsOf([]),
    unread: 0,
    unreadElsewhere: 0,
    hasMore: false,
    reminders: [] as Reminders,
    /** Page state. */
    status: LOADING,
    pageNo: 1,
    busy: false,
    /** 关怀模式 shows so many. */
    few: FEW,
  },

  onShow(): Promise<void> {
    return this.load()
  },

  async onPullDownRefresh(): Promise<void> {
    await this.load()
    endPullDown()
  },

  onReachBottom(): void {
    const { hasMore, few, cards } = this.data
    if (hasMore && showsAll(cards.length, few)) void this.onMoreTap()
  },

  onUnload: endVisit,

  /** As many messages as were there: who comes back from a case finds the list where it was left. */
  load(): Promise<void> {
    return visitOf(this).load(
      () => readPages(openInbox, this.data.pageNo),
      (pages) => this.taken(pages),
    )
  },

  taken(pages: readonly InboxPage[]) {
    const [first] = pages
    if (first === undefined) return
    const { account, unread, unreadElsewhere, reminders } = first
    const shared = { account, unread, unreadElsewhere, reminders }
    // An older page came meanwhile: what is shown is as new as this.
    if (pages.length !== this.data.pageNo) return shared
    return { ...shared, ...grouped(pages.reduce(appended, { cards: [], hasMore: false })) }
  },

  async onSwitchTap(): Promise<void> {
    const other = otherIdentity(this.data.account)
    if (other === undefined) return
    await visitOf(this).act(async () => {
      if ((await offerSwitch(other)) === null) return
      // What is shown is not the other identity's.
      visitOf(this).restart({
        cards: [],
        groups: [],
        hasMore: false,
        unread: 0,
        unreadElsewhere: 0,
        pageNo: 1,
        few: FEW,
      })
      await this.load()
    }, tellFailure)
  },

  onFewMore({ detail: { few } }: FewMore): void {
    visitOf(this).show({ few })
  },

  onMoreTap(): Promise<boolean> {
    return visitOf(this).act(async () => {
      const pageNo = this.data.pageNo + 1
      const older = await openInbox(pageNo)
      // Another identity's messages are shown by now.
      if (this.data.pageNo + 1 === pageNo) visitOf(this).show({ ...grouped(appended(this.data, older)), pageNo })
    }, tellFailure)
  },

  async onCardTap(event: CardTap): Promise<void> {
    const { message } = event.currentTarget.dataset
    const card = this.data.cards.find(({ messageId }) => messageId === message)
    if (card === undefined) return
    await goTo('progress', { caseNo: card.caseNo })
    // It stays unread when this fails; the case is what matters.
    if (!card.read) await readMessages([card.messageId]).catch(() => undefined)
  },

  onReadAllTap(): Promise<boolean> {
    return visitOf(this).act(async () => {
      await readMessages()
      await this.load()
    }, tellFailure)
  },

  onCasesTap(): void {
    void goTo('cases', {})
  },
})

interface Shown {
  readonly cards: readonly MessageCard[]
  /** There are older ones. */
  readonly hasMore: boolean
}

/** Older messages behind those that are shown. */
const appended = ({ cards }: Shown, { messages, hasMore }: InboxPage): Shown => ({
  cards: appendNew(
    cards,
    messages.map((message) => cardOf(message, Date.now())),
    ({ messageId }) => messageId,
  ),
  hasMore,
})

const grouped = (shown: Shown) => ({ ...shown, groups: groupsOf(shown.cards) })
