import { dropPendingLoads, LOADING, loadPage } from '../../../../behaviors/loadable-page'
import { toast } from '../../../../platform/feedback'
import { goBack, readParams } from '../../../../platform/routes'
import { filesOfCase, listEarlier, previewEarlier, reuseFiles } from '../../../../services/attachments'
import { failureOf, sentenceOf } from '../../../../services/service-error'
import { tellFailure } from '../../../../services/tell-failure'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AccountView } from '../../../../shared/domain/account'
import {
  afterUse,
  earlierCaseView,
  earlierFileView,
  type EarlierCaseView,
  type EarlierFileView,
} from '../../upload/earlier-view'
import { queueOf } from '../../upload/queues'
import { showFile } from '../../upload/show-file'

Page({
  data: {
    account: null as AccountView | null,
    draftId: '',
    materialId: '',
    materialName: '',
    status: LOADING,
    last: [] as readonly EarlierFileView[],
    lastError: null as ReplyError | null,
    usableLast: 0,
    cases: [] as readonly EarlierCaseView[],
    casesError: null as ReplyError | null,
    total: 0,
    pageNo: 1,
    used: 0,
    busy: false,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { draftId = '', materialId = '' } = readParams('earlier', query)
    this.setData({ draftId, materialId })
    return this.load()
  },

  onUnload() {
    dropPendingLoads(this)
  },

  load(): Promise<void> {
    const { draftId, materialId } = this.data
    return loadPage(
      this,
      () => listEarlier(draftId, materialId),
      ({ account, materialName, last, cases }, status) => {
        const files = last.ok ? last.value.map(earlierFileView) : []
        this.setData({
          account,
          materialName,
          status,
          last: files,
          lastError: last.ok ? null : last.error,
          usableLast: files.filter(({ canUse }) => canUse).length,
          cases: cases.ok ? cases.value.rows.map(earlierCaseView) : [],
          casesError: cases.ok ? null : cases.error,
          total: cases.ok ? cases.value.total : 0,
          pageNo: 1,
        })
      },
    )
  },

  async onMoreTap() {
    const { draftId, materialId, pageNo, cases } = this.data
    try {
      const next = await listEarlier(draftId, materialId, pageNo + 1)
      if (!next.cases.ok) this.setData({ casesError: next.cases.error })
      else {
        const more = next.cases.value.rows.map(earlierCaseView)
        this.setData({ cases: [...cases, ...more], pageNo: pageNo + 1, casesError: null })
      }
    } catch (error) {
      await tellFailure(error)
    }
  },

  async onToggleTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const index = Number(event.currentTarget.dataset.index)
    const one = this.data.cases[index]
    if (!one) return
    const at = `cases[${index}]`
    if (one.open || one.files.length > 0) {
      this.setData({ [`${at}.open`]: !one.open })
      return
    }
    this.setData({ [`${at}.loading`]: true, [`${at}.failed`]: '' })
    try {
      const files = await filesOfCase(this.data.draftId, this.data.materialId, one.caseNo)
      this.setData({ [`${at}.files`]: files.map(earlierFileView), [`${at}.open`]: true, [`${at}.loading`]: false })
    } catch (error) {
      this.setData({ [`${at}.failed`]: sentenceOf(failureOf(error)), [`${at}.loading`]: false })
    }
  },

  onUse(event: WechatMiniprogram.CustomEvent<{ earlierId: string }>) {
    return this.use([event.detail.earlierId])
  },

  onUseAllTap() {
    return this.use(this.data.last.filter(({ canUse }) => canUse).map(({ earlierId }) => earlierId))
  },

  /** One call for all of them; a second tap while it runs does nothing. */
  async use(earlierIds: readonly string[]) {
    if (this.data.busy) return
    const { draftId, materialId } = this.data
    this.setData({ busy: true })
    try {
      const { attachments, refused } = await reuseFiles(draftId, materialId, earlierIds)
      attachments.forEach((attachment) => queueOf(draftId).publish(attachment))
      const reasons = new Map(refused.map(({ earlierId, reason }) => [earlierId, reason]))
      const used = new Set(earlierIds.filter((earlierId) => !reasons.has(earlierId)))
      const last = afterUse(this.data.last, used, reasons)
      this.setData({
        last,
        usableLast: last.filter(({ canUse }) => canUse).length,
        cases: this.data.cases.map((one) => ({ ...one, files: afterUse(one.files, used, reasons) })),
        used: this.data.used + used.size,
      })
      if (used.size > 0) toast(`已使用 ${used.size} 个文件`)
    } catch (error) {
      await tellFailure(error, '没有使用这个文件。')
    } finally {
      this.setData({ busy: false })
    }
  },

  async onPreview(event: WechatMiniprogram.CustomEvent<{ earlierId: string; name: string }>) {
    const { earlierId, name } = event.detail
    await showFile(name, '可以使用', () => previewEarlier(this.data.draftId, earlierId))
  },

  onBackTap() {
    void goBack()
  },
})
