import { goTo } from '../../platform/routes'
import type { ReplyError } from '../../shared/contract/reply'
import { formatBeijingTime } from '../../shared/domain/time'
import { saysConfirming, toFailure, type Failure } from '../../services/service-error'

/** What is said on the button that tries again; '' = there is none: what must not be repeated is not. */
function retryOf(failure: Failure): string {
  if (failure.code === 'NOT_BOUND' || failure.code === 'ALREADY_SUBMITTED') return ''
  return saysConfirming(failure) ? '查看结果' : '重试'
}

/** What helps besides trying again, by code. */
function remedyOf(failure: Failure): string {
  if (failure.code === 'NOT_BOUND') return '去绑定账号'
  if (failure.code === 'BINDING_EXPIRED') return '重新登录'
  if (failure.code === 'FORBIDDEN') return '去切换身份'
  if (failure.code === 'ALREADY_SUBMITTED') return '去看办件'
  return ''
}

/**
 * One failed part of a page: what happened, what to do now, the id that staff can look up, and a retry.
 * Give it a `failure` (of a whole page) or an `error` (of a Loadable). Event: retry.
 */
Component({
  properties: {
    failure: { type: Object, value: null as Failure | null },
    error: { type: Object, value: null as ReplyError | null },
    /** What could not be shown, e.g. 申请材料; '' = the whole page. */
    subject: { type: String, value: '' },
    canRetry: { type: Boolean, value: true },
  },

  data: {
    shown: null as Failure | null,
    until: '',
    remedy: '',
    retry: '',
    /** Nothing failed: something has to be done first, and trying again would not help. */
    firstStep: false,
    detailOpen: false,
  },

  observers: {
    'failure, error'(failure: Failure | null, error: ReplyError | null) {
      const shown = failure ?? (error === null ? null : toFailure(error))
      this.setData({
        shown,
        until: shown === null || shown.until === '' ? '' : formatBeijingTime(shown.until),
        remedy: shown === null ? '' : remedyOf(shown),
        retry: shown === null ? '' : retryOf(shown),
        firstStep: shown?.code === 'NOT_BOUND',
      })
    },
  },

  methods: {
    onRetryTap() {
      this.triggerEvent('retry')
    },

    onRemedyTap() {
      const code = this.data.shown?.code
      if (code === 'FORBIDDEN') void goTo('account', {})
      else if (code === 'ALREADY_SUBMITTED') void goTo('cases', {})
      else void goTo('bind', {})
    },

    onDetailTap() {
      this.setData({ detailOpen: !this.data.detailOpen })
    },
  },
})
