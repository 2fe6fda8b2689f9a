import { look } from '../../behaviors/look'
import { LOADING } from '../../behaviors/page-status'
import { endVisit, visits } from '../../behaviors/visit'
import { FEW, type FewMore } from '../../components/few-more/few'
import { goTo, routeUrl, takeTabParams } from '../../platform/routes'
import { dropWords, keepWords, readWords } from '../../platform/kept-words'
import { clearHistory, dropSearch, mayBePersonal, noteSearch, readHistory } from '../../platform/search-history'
import { offerNewVersion } from '../../services/app-update'
import { listMatters, recommendMatters, searchMatters } from '../../services/matters'
import { keptMatters } from '../../services/kept-answers'
import { seenPhone } from '../../services/seen-phone'
import type { AccountView } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'
import { MatterIndex } from '../../shared/domain/search/matter-index'
import {
  hasWords,
  mattersView,
  searchIn,
  NO_SEARCH,
  type MatterGroup,
  type Provided,
  type Search,
  type SubjectFilter,
  type Topic,
} from './matter-groups'

const FILTERS: readonly { readonly value: SubjectFilter; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'person', label: '个人' },
  { value: 'enterprise', label: '企业' },
]

/** The provider's own search failed: said quietly, because our list stands. */
const NOT_ASKED = '一网通的查找暂时没有回应，这里只按事项名称找过。'

/** The provider's search takes no more characters (`matter.search`); our own list is searched all the same. */
const LONGEST_KEYWORD = 50

const visitOf = visits(() => ({
  /** All matters; the page shows those that fit. */
  index: new MatterIndex([]),
  provided: null as Provided | null,
  /** The search that the provider was asked for last. */
  asked: NO_SEARCH,
  suggested: false,
}))

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    account: null as AccountView | null,
    groups: [] as readonly MatterGroup[],
    recommended: [] as readonly MatterBrief[],
    phone: '',
    /** Page state. */
    status: LOADING,
    filters: FILTERS,
    ...NO_SEARCH,
    narrowed: '',
    found: 0,
    near: false,
    words: [] as readonly string[],
    topics: [] as readonly Topic[],
    /** The chosen topic; '' = all. It does not narrow a search. */
    topic: '',
    atWindow: 0,
    /** Something is searched for. */
    searching: false,
    asking: false,
    note: '',
    history: [] as readonly string[],
    historyOpen: false,
    /** 关怀模式 shows so many. */
    few: FEW,
  },

  onShow(): Promise<void> {
    void offerNewVersion()
    const { topic } = takeTabParams('matters')
    if (topic !== undefined) {
      visitOf(this).show({ topic, few: FEW })
      this.show(NO_SEARCH)
    }
    return this.load()
  },

  /** The catalogue can be shared: it holds nobody's data. */
  onShareAppMessage(): { title: string; path: string } {
    return { title: '天津高新区政务服务：查事项、备材料、网上申报', path: routeUrl('matters', {}) }
  },

  onUnload: endVisit,

  async load(): Promise<void> {
    const { work } = visitOf(this)
    const first = this.data.account === null
    const read = async () => {
      const [list, kept] = await Promise.all([listMatters(), first ? readWords('anyone', 'search') : null])
      return { ...list, kept: searchIn(kept) }
    }
    const keptList = async () => {
      const list = await keptMatters()
      return list && { at: list.at, value: { ...list.value, kept: null } }
    }
    const take = ({ account, matters, kept }: Awaited<ReturnType<typeof read>>) => {
      if (this.data.account?.active !== account.active) work.suggested = false
      work.index = new MatterIndex(matters)
      // The mini-program was closed while something was searched for; what is typed by now comes first.
      const before = this.data.query === '' && this.data.subject === 'all' ? kept : null
      return { account, phone: this.data.phone || seenPhone(), ...before }
    }
    await visitOf(this).load(read, take, 'status', keptList)
    this.show(this.data)
  },

  /** Shows what a search finds, at once. */
  show({ query, subject }: Search) {
    const { index, provided, asked } = visitOf(this).work
    const view = mattersView(index, { query, subject }, provided, this.data.topic)
    const narrowed = subject === 'all' ? '' : `${FILTERS.find(({ value }) => value === subject)?.label ?? ''}办理`
    const searching = hasWords(query)
    const isOther = query !== this.data.query || subject !== this.data.subject
    if (isOther) void keepSearch({ query, subject })
    const isAsked = asked.query === query && asked.subject === subject
    visitOf(this).show({
      query,
      subject,
      narrowed,
      searching,
      ...view,
      ...(isOther ? { few: FEW } : {}),
      ...(isAsked ? {} : { note: '', asking: false }),
    })
    if (view.found === 0 && !this.data.asking && this.data.status.phase === 'ready') void this.suggest()
  },

  /** What may help who found nothing; without it the rest of the answer stands. */
  async suggest() {
    const { work } = visitOf(this)
    if (work.suggested) return
    work.suggested = true
    try {
      const { matters, phone } = await recommendMatters([])
      visitOf(this).show({ recommended: matters, phone })
    } catch {
      work.suggested = false
    }
  },

  /** Asks the provider too. What may be a number of a person goes nowhere. */
  async search(search: Search) {
    const { query, subject } = search
    if (!hasWords(query)) return
    const { work } = visitOf(this)
    const asked = { query, subject }
    work.asked = asked
    const asking = !mayBePersonal(query) && query.trim().length <= LONGEST_KEYWORD
    visitOf(this).show({ note: '', asking, historyOpen: false })
    this.show(search)
    if (!asking) return
    noteSearch(query)
    let note = ''
    try {
      const matters = await searchMatters(query.trim(), subject === 'all' ? undefined : subject)
      if (work.asked === asked) work.provided = { ...asked, matters }
    } catch {
      note = NOT_ASKED
    }
    // Something else was typed or searched for meanwhile.
    if (work.asked !== asked || this.data.query !== query || this.data.subject !== subject) return
    visitOf(this).show({ note, asking: false })
    this.show(this.data)
  },

  onQueryInput(event: WechatMiniprogram.Input) {
    this.show({ query: event.detail.value, subject: this.data.subject })
  },

  onQueryFocus() {
    visitOf(this).show({ history: readHistory(), historyOpen: true })
  },

  onQueryConfirm() {
    void this.search(this.data)
  },

  /** Ends a search; from an empty list it leads to all matters. */
  onQueryClear() {
    visitOf(this).show({ topic: '', historyOpen: false, few: FEW })
    this.show(NO_SEARCH)
  },

  onSubjectTap(event: WechatMiniprogram.TouchEvent<object, object, { subject: SubjectFilter }>) {
    const search = { query: this.data.query, subject: event.currentTarget.dataset.subject }
    const { asked } = visitOf(this).work
    if (asked.query !== '' && asked.query === search.query) void this.search(search)
    else this.show(search)
  },

  onTopicTap(event: WechatMiniprogram.TouchEvent<object, object, { topic: string }>) {
    visitOf(this).show({ topic: event.currentTarget.dataset.topic, few: FEW })
    this.show(this.data)
  },

  onTopicSelect(event: WechatMiniprogram.CustomEvent<{ topic: string }>) {
    const { topic } = event.detail
    if (topic === '') return this.onQueryClear()
    visitOf(this).show({ topic, few: FEW })
    this.show({ query: '', subject: this.data.subject })
  },

  onFewMore({ detail: { few } }: FewMore) {
    visitOf(this).show({ few })
  },

  onWordSelect(event: WechatMiniprogram.CustomEvent<{ word: string }>) {
    void this.search({ query: event.detail.word, subject: this.data.subject })
  },

  onHistoryChoose(event: WechatMiniprogram.CustomEvent<{ words: string }>) {
    void this.search({ query: event.detail.words, subject: this.data.subject })
  },

  onHistoryDrop(event: WechatMiniprogram.CustomEvent<{ words: string }>) {
    visitOf(this).show({ history: dropSearch(event.detail.words) })
  },

  onHistoryClear() {
    visitOf(this).show({ history: clearHistory() })
  },

  onHistoryClose() {
    visitOf(this).show({ historyOpen: false })
  },

  onMatterSelect(event: WechatMiniprogram.CustomEvent<{ matterId: string }>) {
    if (hasWords(this.data.query)) noteSearch(this.data.query)
    void goTo('guide', { matterId: event.detail.matterId })
  },
})

const keepSearch = (search: Search): Promise<boolean> =>
  search.query === '' || mayBePersonal(search.query)
    ? dropWords('anyone', 'search')
    : keepWords('anyone', 'search', search)
