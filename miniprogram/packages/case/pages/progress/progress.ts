import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { copyText } from '../../../../platform/clipboard'
import { noteDeadline } from '../../../../platform/calendar'
import { endPullDown } from '../../../../platform/pull-down'
import { goTo, readParams } from '../../../../platform/routes'
import { callPhone } from '../../../../platform/telephone'
import { openCase } from '../../../../services/cases'
import { seenPhone } from '../../../../services/seen-phone'
import type { Reminders } from '../../../../shared/domain/message'
import { progressView, type ProgressView } from './progress-view'

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    view: null as ProgressView | null,
    matterId: '',
    /** null: the case is over, or it is not known. */
    reminders: null as Reminders | null,
    /** Page state. */
    /** Of the window; as this phone has seen it last where the matter's guide is away. '' = never. */
    phone: '',
    status: LOADING,
    caseNo: '',
  },

  onLoad(query: Record<string, string | undefined>): void {
    visitOf(this).show({ caseNo: readParams('progress', query).caseNo ?? '', phone: seenPhone() })
  },

  onShow(): Promise<void> {
    return this.load()
  },

  async onPullDownRefresh(): Promise<void> {
    await this.load()
    endPullDown()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).loadOf(this.data.caseNo, openCase, (opened) => {
      const view = progressView(opened, Date.now())
      const { matterId, status } = opened.progress
      const reminders = status.turn === 'nobody' ? null : (opened.reminders ?? null)
      return { view, matterId, phone: view.process.office?.phone || seenPhone(), reminders }
    })
  },

  onCopyTap(): Promise<void> {
    return copyText(this.data.caseNo, '已复制办件号')
  },

  onCallTap(): void {
    void callPhone(this.data.phone)
  },

  onCalendarTap(): void {
    const { view } = this.data
    if (view?.turn?.deadline) void noteDeadline(`${view.matterName}：${view.turn.action}`, view.turn.deadline)
  },

  /** To another page about this case. */
  onWayTap(event: WechatMiniprogram.TouchEvent<object, object, { way: 'supplement' | 'rating' | 'archive' }>): void {
    void goTo(event.currentTarget.dataset.way, { caseNo: this.data.caseNo })
  },

  onGuideTap(): void {
    void goTo('guide', { matterId: this.data.matterId })
  },
})
