import { look } from '../../../../behaviors/look'
import { LOADING, READY } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { confirm, tell, toast, withLoading } from '../../../../platform/feedback'
import { isOnComputer, offerShare, saveToComputer } from '../../../../platform/open-file'
import { goTo } from '../../../../platform/routes'
import { scrollUpTo } from '../../../../platform/scroll'
import { openHome } from '../../../../services/home'
import {
  eraseKind,
  exportOwnData,
  forgetLooking,
  type KeptData,
  leaveForGood,
  openOwnData,
} from '../../../../services/own-data'
import { isOwner } from '../../../../services/owner-check'
import { tellFailure } from '../../../../services/tell-failure'
import type { AccountView } from '../../../../shared/domain/account'
import type { ErasableKind } from '../../../../shared/domain/own-data'
import {
  erasedText,
  kindRows,
  questionOf,
  readyText,
  whoseText,
  type KindRow,
  type Question,
  type Wish,
} from './my-data-view'

const visitOf = visits(() => ({
  /** What the sheet asks about. */
  wish: null as Wish | null,
  /** The export on this phone. */
  file: null as Awaited<ReturnType<typeof exportOwnData>> | null,
}))

type WishTap = WechatMiniprogram.TouchEvent<object, object, { wish: Wish | '' }>

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    account: null as AccountView | null,
    whose: '',
    kinds: [] as readonly KindRow[],
    /** Page state. */
    status: LOADING,
    busy: false,
    question: null as Question | null,
    asking: false,
    /** The file that was made; '' = none. */
    ready: '',
    computer: false,
  },

  onLoad(): Promise<void> {
    visitOf(this).show({ computer: isOnComputer() })
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(openOwnData, shownOf)
  },

  onWishTap({ currentTarget }: WishTap): void {
    const { wish } = currentTarget.dataset
    if (wish === '') return
    visitOf(this).work.wish = wish
    this.ask(wish, 0)
    if (wish === 'leave') void this.lookForTurns()
  },

  ask(wish: Wish, turns: number): void {
    const counts = Object.fromEntries(this.data.kinds.map(({ kind, value }) => [kind, value]))
    visitOf(this).show({ question: questionOf(wish, counts, turns), asking: true })
  },

  /** Who leaves while something waits for her should know; that nobody can say it now keeps nobody. */
  async lookForTurns(): Promise<void> {
    const home = await openHome().catch(() => null)
    const turns = home?.turns?.ok ? home.turns.value.total : 0
    if (turns > 0 && this.data.asking && visitOf(this).work.wish === 'leave') this.ask('leave', turns)
  },

  onNoTap(): void {
    visitOf(this).work.wish = null
    visitOf(this).show({ asking: false })
  },

  async onYesTap(): Promise<void> {
    const { wish } = visitOf(this).work
    visitOf(this).show({ asking: false })
    if (wish !== null && !(await isOwner(wish === 'export' ? '导出' : '删除'))) return
    if (wish === 'export') await this.make()
    else if (wish === 'leave') await this.leave()
    else if (wish !== null) await this.erase(wish)
  },

  make(): Promise<boolean> {
    return visitOf(this).act(async () => {
      const file = await withLoading('正在做成文件', exportOwnData)
      visitOf(this).work.file = file
      visitOf(this).show({ ready: readyText(file) })
      scrollUpTo('.ready')
    }, tellFailure)
  },

  erase(kind: ErasableKind): Promise<boolean> {
    return visitOf(this).act(async () => {
      visitOf(this).show({ ...shownOf(await withLoading('正在删除', () => eraseKind(kind))), status: READY })
      toast(erasedText[kind])
    }, tellFailure)
  },

  leave(): Promise<boolean> {
    return visitOf(this).act(async () => {
      const { isDone } = await withLoading('正在删除', leaveForGood)
      await tell(
        '已解除绑定并删除',
        isDone ? '这里和这台手机上存的都删掉了。' : '已解除绑定；剩下的记录系统会在一天内删完，不用再操作。',
      )
      await goTo('account', {})
    }, tellFailure)
  },

  /** WeChat wants a tap right before a file goes to a chat. */
  async onShareTap(): Promise<void> {
    const { file } = visitOf(this).work
    if (file) await offerShare(file.filePath, file.fileName, '请再试一次，或重新做成文件后再发。')
  },

  async onSaveTap(): Promise<void> {
    const { file } = visitOf(this).work
    if (file) await saveToComputer(file.filePath)
  },

  async onForgetTap(): Promise<void> {
    const content = '会清除搜索记录和留着没网时看的页面。草稿和办件不受影响。'
    if (!(await confirm({ title: '清除这台手机上的记录', content, confirmText: '清除' }))) return
    await forgetLooking()
    toast('已清除')
  },
})

const shownOf = ({ account, kept }: KeptData) => ({ account, whose: whoseText(account), kinds: kindRows(kept) })
