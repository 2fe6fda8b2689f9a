import { LOADING, loadPage } from '../../behaviors/loadable-page'
import { goTo } from '../../platform/routes'
import { listMatters } from '../../services/matters'
import type { AccountView } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'
import { groupMatters, NO_SEARCH, type MatterGroup, type SubjectFilter } from './matter-groups'

const FILTERS: readonly { readonly value: SubjectFilter; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'person', label: '个人办理' },
  { value: 'enterprise', label: '企业办理' },
]

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    groups: [] as readonly MatterGroup[],
    /** Page state. */
    status: LOADING,
    filters: FILTERS,
    ...NO_SEARCH,
    found: 0,
  },

  /** All matters; the page shows the groups of it that fit. */
  matters: [] as readonly MatterBrief[],

  onShow(): Promise<void> {
    return this.load()
  },

  load(): Promise<void> {
    return loadPage(this, listMatters, ({ account, matters }, status) => {
      this.matters = matters
      this.setData({ account, status, ...this.fitting(this.data.query, this.data.subject) })
    })
  },

  fitting(query: string, subject: SubjectFilter): { groups: readonly MatterGroup[]; found: number } {
    const groups = groupMatters(this.matters, query, subject)
    return { groups, found: groups.reduce((sum, group) => sum + group.matters.length, 0) }
  },

  onQueryInput(event: WechatMiniprogram.Input) {
    const query = event.detail.value
    this.setData({ query, ...this.fitting(query, this.data.subject) })
  },

  onQueryClear() {
    this.setData({ query: '', subject: 'all', ...this.fitting('', 'all') })
  },

  onSubjectTap(event: WechatMiniprogram.TouchEvent<object, object, { subject: SubjectFilter }>) {
    const { subject } = event.currentTarget.dataset
    this.setData({ subject, ...this.fitting(this.data.query, subject) })
  },

  onMatterSelect(event: WechatMiniprogram.CustomEvent<{ matterId: string }>) {
    void goTo('guide', { matterId: event.detail.matterId })
  },
})
