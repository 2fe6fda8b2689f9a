import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { goTo } from '../../../../platform/routes'
import { type InboxPage, openInbox, readMessages } from '../../../../services/inbox'
import { tellFailure } from '../../../../services/tell-failure'
import type { AccountView } from '../../../../shared/domain/account'
import type { Reminders } from '../../../../shared/domain/message'
import { cardOf, type MessageCard } from './inbox-view'

type CardTap = WechatMiniprogram.TouchEvent<object, object, { message: string }>

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    cards: [] as readonly MessageCard[],
    unread: 0,
    unreadElsewhere: 0,
    hasMore: false,
    reminders: [] as Reminders,
    /** Page state. */
    status: LOADING,
    pageNo: 1,
    busy: false,
  },

  onShow(): Promise<void> {
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(
      () => openInbox(1),
      ({ messages, account, unread, unreadElsewhere, hasMore, reminders }) => ({
        account,
        cards: messages.map(cardOf),
        unread,
        unreadElsewhere,
        hasMore,
        reminders,
        pageNo: 1,
      }),
    )
  },

  /** Older messages; one that came meanwhile moved the others down, so that some are known already. */
  append({ messages, hasMore }: InboxPage, pageNo: number) {
    const known = new Set(this.data.cards.map(({ messageId }) => messageId))
    const more = messages.filter(({ messageId }) => !known.has(messageId)).map(cardOf)
    visitOf(this).show({ cards: [...this.data.cards, ...more], hasMore, pageNo })
  },

  onMoreTap(): Promise<boolean> {
    return visitOf(this).act(async () => {
      const pageNo = this.data.pageNo + 1
      this.append(await openInbox(pageNo), pageNo)
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
