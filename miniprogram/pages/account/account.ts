import { look } from '../../behaviors/look'
import { LOADING, READY } from '../../behaviors/page-status'
import { endVisit, visitOf } from '../../behaviors/visit'
import { confirm, toast, withLoading } from '../../platform/feedback'
import { isLarge } from '../../platform/look'
import { goTo } from '../../platform/routes'
import { scrollUpTo } from '../../platform/scroll'
import { getAccount, switchIdentity, unbindIdentity } from '../../services/account'
import { offerNewVersion } from '../../services/app-update'
import { isOwner } from '../../services/owner-check'
import { seenPhone } from '../../services/seen-phone'
import { tellFailure } from '../../services/tell-failure'
import type { MyAccount } from '../../shared/contract/actions/account'
import type { Reminders } from '../../shared/domain/message'
import { SUBJECT_LABEL, type AccountView, type SubjectType } from '../../shared/domain/account'
import { inboxRow, NO_NEWS } from './inbox-row'
import { identityCards, unboundSubjects, type IdentityCard } from './identity-cards'

type Way = 'inbox' | 'documents' | 'credit' | 'intro' | 'my-data'

type SubjectTap = WechatMiniprogram.TouchEvent<object, object, { subject: SubjectType }>

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    account: null as AccountView | null,
    /** The row 消息: its value and its note. */
    inbox: NO_NEWS,
    reminders: [] as Reminders,
    cards: [] as readonly IdentityCard[],
    unbound: [] as ReturnType<typeof unboundSubjects>,
    /** The window's, last seen; '' = never. */
    phone: '',
    /** Page state. */
    status: LOADING,
    busy: false,
  },

  onShow(): Promise<void> {
    void offerNewVersion()
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(getAccount, shownOf)
  },

  async onSwitchTap(event: SubjectTap): Promise<void> {
    const { subject } = event.currentTarget.dataset
    if (!(await isOwner('切换身份'))) return
    const done = await this.change('正在切换', () => switchIdentity(subject))
    if (done) toast(`已切换为${SUBJECT_LABEL[subject]}身份`)
  },

  async onUnbindTap(event: SubjectTap): Promise<void> {
    const { subject } = event.currentTarget.dataset
    const agreed = await confirm({
      title: `解除${SUBJECT_LABEL[subject]}绑定`,
      content:
        '会删除登录信息和这台手机上留的内容：没保存的填写、没传完的文件、没提交的评价和话。已提交的办件不受影响；保存了的草稿留 30 天，重新绑定后接着填。',
      confirmText: '解除绑定',
    })
    if (!agreed || !(await isOwner('解除绑定'))) return
    const done = await this.change('正在解除', () => unbindIdentity(subject))
    if (done) toast('已解除绑定')
  },

  onWayTap(event: WechatMiniprogram.TouchEvent<object, object, { way: Way | 'policy' }>): void {
    const { way } = event.currentTarget.dataset
    void (way === 'policy' ? goTo(way, { text: 'privacy' }) : goTo(way, {}))
  },

  onLookOpen(): void {
    if (isLarge()) scrollUpTo('.look-choice')
  },

  onBindTap(event: SubjectTap): void {
    void goTo('bind', { subjectType: event.currentTarget.dataset.subject })
  },

  /** Runs one change and shows the account as it is afterwards; true when it succeeded. */
  change(message: string, work: () => Promise<MyAccount>): Promise<boolean> {
    return visitOf(this).act(async () => {
      visitOf(this).show({ ...shownOf(await withLoading(message, work)), status: READY })
    }, tellFailure)
  },
})

const shownOf = ({ news, ...account }: MyAccount) => ({
  account,
  inbox: news === undefined ? NO_NEWS : inboxRow(news),
  reminders: news?.ok ? news.value.reminders : [],
  cards: identityCards(account),
  unbound: unboundSubjects(account),
  phone: seenPhone(),
})
