import { visitOf } from '../../behaviors/visit'
import { goTo } from '../../platform/routes'
import { getAccount } from '../../services/account'
import { nameOf, offerSwitch, otherIdentity } from '../../services/offer-switch'
import { lastSeenAccount } from '../../services/seen-account'
import { phoneForHelp } from '../../services/seen-phone'
import { didNotConnect, saysConfirming, toFailure, type Failure } from '../../services/service-error'
import { tellFailure } from '../../services/tell-failure'
import type { Identity } from '../../shared/domain/account'
import type { ErrorCode } from '../../shared/contract/errors'
import type { ReplyError } from '../../shared/contract/reply'
import { formatBeijingTime } from '../../shared/domain/time'

/** What is said on the button that tries again; '' = there is none: what must not be repeated is not. */
function retryOf(failure: Failure): string {
  if (failure.code === 'NOT_BOUND' || failure.code === 'ALREADY_SUBMITTED') return ''
  return saysConfirming(failure) ? '查看结果' : '重试'
}

/** What helps besides trying again, by code. */
function remedyOf(failure: Failure, other: Identity | undefined): string {
  if (failure.code === 'FORBIDDEN' && other === undefined) return '去切换身份'
  if (failure.code === 'NOT_BOUND') return '去绑定账号'
  if (failure.code === 'BINDING_EXPIRED') return '重新登录'
  if (failure.code === 'ALREADY_SUBMITTED') return '去看办件'
  return ''
}

const MAY_BE_OTHERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['FORBIDDEN', 'NOT_FOUND'])

/** Whose it may be instead: each identity sees its own drafts and cases, and files its own matters. */
function ownerInstead(failure: Failure): Identity | undefined {
  return MAY_BE_OTHERS.has(failure.code) ? otherIdentity(lastSeenAccount()) : undefined
}

/**
 * One failed part of a page: what happened, what to do now, the id that staff can look up, a retry, and the window's
 * telephone. What may belong to the citizen's other identity says so, and switches here.
 * Give it a `failure` (of a whole page) or an `error` (of a Loadable). Event: retry.
 */
Component({
  properties: {
    failure: { type: Object, value: null as Failure | null },
    error: { type: Object, value: null as ReplyError | null },
    /** What could not be shown, e.g. 申请材料; '' = the whole page. */
    subject: { type: String, value: '' },
    canRetry: { type: Boolean, value: true },
    /** What is safe; '' = nothing is in danger. */
    kept: { type: String, value: '' },
    /** There is nothing else on the page: what helps is the one solid button. */
    whole: { type: Boolean, value: false },
  },

  data: {
    shown: null as Failure | null,
    until: '',
    remedy: '',
    retry: '',
    /** Nothing failed: something has to be done first, and trying again would not help. */
    firstStep: false,
    /** There was no network. */
    offline: false,
    /** Nobody said no: what is kept is where it was. */
    unanswered: false,
    /** Whose it may be, e.g. 企业“…”; '' = nobody else's. */
    owner: '',
    phone: '',
    detailOpen: false,
    busy: false,
  },

  observers: {
    'failure, error'(failure: Failure | null, error: ReplyError | null) {
      const shown = failure ?? (error === null ? null : toFailure(error))
      this.show(shown)
      // The page was opened from a message: no answer has told yet who the citizen is.
      if (shown !== null && MAY_BE_OTHERS.has(shown.code) && lastSeenAccount() === null) {
        getAccount().then(
          () => this.show(shown),
          () => undefined,
        )
      }
    },
  },

  methods: {
    show(shown: Failure | null) {
      const other = shown === null ? undefined : ownerInstead(shown)
      this.setData({
        shown,
        until: shown === null || shown.until === '' ? '' : formatBeijingTime(shown.until),
        remedy: shown === null ? '' : remedyOf(shown, other),
        retry: shown === null ? '' : retryOf(shown),
        firstStep: shown?.code === 'NOT_BOUND',
        unanswered: shown !== null && shown.outcome !== 'refused',
        offline: shown !== null && didNotConnect(shown),
        owner: other === undefined ? '' : nameOf(other),
        phone: phoneForHelp(),
      })
    },

    onRetryTap() {
      this.triggerEvent('retry')
    },

    onRemedyTap() {
      const code = this.data.shown?.code
      if (code === 'FORBIDDEN') void goTo('account', {})
      else if (code === 'ALREADY_SUBMITTED') void goTo('cases', {})
      else void goTo('bind', {})
    },

    async onSwitchTap() {
      const other = otherIdentity(lastSeenAccount())
      if (other === undefined) return
      await visitOf(this).act(async () => {
        if ((await offerSwitch(other)) !== null) this.triggerEvent('retry')
      }, tellFailure)
    },

    onDetailTap() {
      this.setData({ detailOpen: !this.data.detailOpen })
    },
  },
})
