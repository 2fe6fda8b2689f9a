import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { toast } from '../../../../platform/feedback'
import { goBack, readParams } from '../../../../platform/routes'
import { filesOfCase, listEarlier, previewEarlier, reuseFiles } from '../../../../services/attachments'
import { appendNew, readPages } from '../../../../services/paged-list'
import { failureOf, numberedSentence } from '../../../../services/service-error'
import { tellFailure } from '../../../../services/tell-failure'
import type { ReplyError } from '../../../../shared/contract/reply'
import { type AccountView, SUBJECT_LABEL } from '../../../../shared/domain/account'
import {
  afterUse,
  earlierCaseView,
  earlierFileView,
  type EarlierCaseView,
  type EarlierFileView,
} from '../../upload/earlier-view'
import { queueOf } from '../../upload/queues'
import { showFile } from '../../upload/show-file'

type EarlierFiles = Awaited<ReturnType<typeof listEarlier>>

const caseNoOf = ({ caseNo }: EarlierCaseView): string => caseNo

function ownerText({ active, identities }: AccountView): string {
  const identity = identities.find(({ subjectType }) => subjectType === active)
  return identity ? `${identity.displayName}（${SUBJECT_LABEL[identity.subjectType]}）` : ''
}

/** The cases open one by one. */
const visitOf = visits(() => null, ['cases'])

Page({
  behaviors: [look],

  data: {
    /** Whose files these are, e.g. 虞*禾（个人）; '' = not known. */
    owner: '',
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
    loadingMore: false,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { draftId = '', materialId = '' } = readParams('earlier', query)
    visitOf(this).show({ draftId, materialId })
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    const { draftId, materialId } = this.data
    return visitOf(this).load(
      () => readPages((pageNo) => listEarlier(draftId, materialId, pageNo), this.data.pageNo),
      (pages) => this.taken(pages),
    )
  },

  /** A part that is asked for again: what was opened of the other stays open. */
  taken(pages: readonly EarlierFiles[]) {
    const [first] = pages
    if (first === undefined) return
    const { account, materialName, last } = first
    const files = last.ok ? last.value.map(earlierFileView) : []
    const failed = pages.find(({ cases }) => !cases.ok)?.cases
    const rows = pages.flatMap(({ cases }) => (cases.ok ? cases.value.rows.map(earlierCaseView) : []))
    const open = new Map(this.data.cases.map((one) => [one.caseNo, one]))
    return {
      owner: ownerText(account),
      materialName,
      last: files,
      lastError: last.ok ? null : last.error,
      usableLast: files.filter(({ canUse }) => canUse).length,
      cases: appendNew(
        [],
        rows.map((one) => open.get(one.caseNo) ?? one),
        caseNoOf,
      ),
      casesError: failed && !failed.ok ? failed.error : null,
      total: first.cases.ok ? first.cases.value.total : 0,
    }
  },

  onMoreTap(): Promise<boolean> {
    const { draftId, materialId, pageNo } = this.data
    return visitOf(this).act(
      async () => {
        const next = await listEarlier(draftId, materialId, pageNo + 1)
        if (!next.cases.ok) visitOf(this).show({ casesError: next.cases.error })
        else {
          const cases = appendNew(this.data.cases, next.cases.value.rows.map(earlierCaseView), caseNoOf)
          visitOf(this).show({ cases, pageNo: pageNo + 1, casesError: null })
        }
      },
      tellFailure,
      'loadingMore',
    )
  },

  async onToggleTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const index = Number(event.currentTarget.dataset.index)
    const one = this.data.cases[index]
    if (!one) return
    if (one.open || one.files.length > 0) {
      this.change(index, { open: !one.open })
      return
    }
    this.change(index, { loading: true, failed: '' })
    try {
      const files = await filesOfCase(this.data.draftId, this.data.materialId, one.caseNo)
      this.change(index, { files: files.map(earlierFileView), open: true, loading: false })
    } catch (error) {
      this.change(index, { failed: numberedSentence(failureOf(error)), loading: false })
    }
  },

  /** Changes one of the cases. */
  change(index: number, to: Partial<EarlierCaseView>) {
    visitOf(this).show({ cases: this.data.cases.map((one, i) => (i === index ? { ...one, ...to } : one)) })
  },

  onUse(event: WechatMiniprogram.CustomEvent<{ earlierId: string }>) {
    return this.use([event.detail.earlierId])
  },

  onUseAllTap() {
    return this.use(this.data.last.filter(({ canUse }) => canUse).map(({ earlierId }) => earlierId))
  },

  /** One call for all of them; a second tap while it runs does nothing. */
  use(earlierIds: readonly string[]): Promise<boolean> {
    const { draftId, materialId } = this.data
    const reuse = async (): Promise<void> => {
      const { attachments, refused } = await reuseFiles(draftId, materialId, earlierIds)
      attachments.forEach((attachment) => queueOf(draftId).publish(attachment))
      const reasons = new Map(refused.map(({ earlierId, reason }) => [earlierId, reason]))
      const used = new Set(earlierIds.filter((earlierId) => !reasons.has(earlierId)))
      const last = afterUse(this.data.last, used, reasons)
      visitOf(this).show({
        last,
        usableLast: last.filter(({ canUse }) => canUse).length,
        cases: this.data.cases.map((one) => ({ ...one, files: afterUse(one.files, used, reasons) })),
        used: this.data.used + used.size,
      })
      if (used.size > 0) toast(`已使用 ${used.size} 个文件`)
    }
    return visitOf(this).act(reuse, (error) => tellFailure(error, '没有使用这个文件。'))
  },

  async onPreview(event: WechatMiniprogram.CustomEvent<{ earlierId: string; name: string }>) {
    const { earlierId, name } = event.detail
    await showFile(name, '可以使用', () => previewEarlier(this.data.draftId, earlierId))
  },

  onBackTap() {
    void goBack()
  },
})
