import { LOADING, loadPageOf } from '../../../../behaviors/loadable-page'
import { copyText } from '../../../../platform/clipboard'
import { goTo, readParams } from '../../../../platform/routes'
import { openCase } from '../../../../services/cases'
import type { AccountView } from '../../../../shared/domain/account'
import type { Reminders } from '../../../../shared/domain/message'
import { progressView, type ProgressView } from './progress-view'

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    view: null as ProgressView | null,
    matterId: '',
    /** null: the case is over, or it is not known. */
    reminders: null as Reminders | null,
    /** Page state. */
    status: LOADING,
    caseNo: '',
  },

  onLoad(query: Record<string, string | undefined>): void {
    this.setData({ caseNo: readParams('progress', query).caseNo ?? '' })
  },

  onShow(): Promise<void> {
    return this.load()
  },

  load(): Promise<void> {
    return loadPageOf(this, this.data.caseNo, openCase, (opened, status) =>
      this.setData({
        account: opened.account,
        view: progressView(opened),
        matterId: opened.progress.matterId,
        reminders: opened.progress.status.turn === 'nobody' ? null : (opened.reminders ?? null),
        status,
      }),
    )
  },

  onCopyTap(): Promise<void> {
    return copyText(this.data.caseNo, '已复制办件号')
  },

  onSupplementTap(): void {
    void goTo('supplement', { caseNo: this.data.caseNo })
  },

  onRateTap(): void {
    void goTo('rating', { caseNo: this.data.caseNo })
  },

  onArchiveTap(): void {
    void goTo('archive', { caseNo: this.data.caseNo })
  },

  onGuideTap(): void {
    void goTo('guide', { matterId: this.data.matterId })
  },
})
