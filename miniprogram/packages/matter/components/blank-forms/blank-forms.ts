import { isTransferFailure, openFile } from '../../../../platform/open-file'
import { openBlankForm } from '../../../../services/matters'
import { failureOf, ServiceError, toFailure, type Failure } from '../../../../services/service-error'
import type { BlankFormKind } from '../../../../shared/domain/matter'

const LABEL: Readonly<Record<BlankFormKind, string>> = { blank: '空表', sample: '填写样例' }

/** 空表 and 填写样例 of a material: fetched and opened in place, without an account. */
Component({
  properties: {
    matterId: { type: String, value: '' },
    materialId: { type: String, value: '' },
    /** Of the material, for screen readers. */
    name: { type: String, value: '' },
    blank: { type: Boolean, value: false },
    sample: { type: Boolean, value: false },
  },

  data: {
    /** Which one is on its way, or failed; '' = none. */
    kind: '' as BlankFormKind | '',
    busy: false,
    progress: '',
    subject: '',
    failure: null as Failure | null,
  },

  methods: {
    onFormTap(event: WechatMiniprogram.TouchEvent<object, object, { kind: BlankFormKind }>): Promise<void> {
      return this.fetch(event.currentTarget.dataset.kind)
    },

    onRetry(): Promise<void> {
      const { kind } = this.data
      return kind === '' ? Promise.resolve() : this.fetch(kind)
    },

    async fetch(kind: BlankFormKind): Promise<void> {
      const { matterId, materialId, busy } = this.data
      if (busy) return
      const subject = LABEL[kind]
      this.setData({ kind, busy: true, subject, failure: null, progress: `正在取${subject}，请稍候…` })
      try {
        const { url, fileName } = await openBlankForm(matterId, materialId, kind)
        await openFile(url, fileName, (percent) => this.setData({ progress: `正在下载${subject}：${percent}%` }))
      } catch (error) {
        this.setData({ failure: failureOfOpening(error) })
      } finally {
        this.setData({ busy: false, progress: '' })
      }
    },
  },
})

/** Not fetched, fetched but not arrived, or arrived but of a type that the phone cannot show. */
function failureOfOpening(error: unknown): Failure {
  if (error instanceof ServiceError) return { ...failureOf(error), retryable: true }
  if (isTransferFailure(error))
    return toFailure({ code: 'NETWORK', message: '没有下载下来，请检查网络后重试', retryable: true })
  const message = '已经下载，但这部手机打不开这种文件。请换一部手机或电脑打开，也可以到窗口领取纸质的'
  return toFailure({ code: 'FILE_REFUSED', message, retryable: true })
}
