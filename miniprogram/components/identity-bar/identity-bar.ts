import { visitOf } from '../../behaviors/visit'
import { goTo } from '../../platform/routes'
import { offerSwitch } from '../../services/offer-switch'
import { lastSeenAccount } from '../../services/seen-account'
import type { Failure } from '../../services/service-error'
import { tellFailure } from '../../services/tell-failure'
import { SUBJECT_LABEL, type AccountView, type Identity } from '../../shared/domain/account'

interface Shown {
  /** 个人 or 企业; '' = nothing is bound. */
  readonly label: string
  readonly name: string
  readonly expired: boolean
  /** What a tap does; '' = nothing (locked). */
  readonly action: string
}

const nothing = (name: string): Shown => ({ label: '', name, expired: false, action: '' })

const UNKNOWN = nothing('正在读取当前身份')

/** What is said while nothing is known: nothing is being read any more once the page has failed. */
function unknownAfter(failure: Failure | null): Shown {
  if (failure === null) return UNKNOWN
  return nothing(failure.code === 'NOT_BOUND' ? '还没有绑定账号' : '没有读到当前身份')
}

function shownOf(account: AccountView | null, locked: boolean, failure: Failure | null): Shown {
  if (account === null) return unknownAfter(failure)
  const active = account.identities.find((identity) => identity.subjectType === account.active)
  if (active === undefined) return { label: '', name: '还没有绑定账号', expired: false, action: '去绑定' }
  const others = account.identities.length > 1
  const action = locked ? '' : active.expired ? '重新登录' : others ? '切换' : '管理'
  return { label: SUBJECT_LABEL[active.subjectType], name: active.displayName, expired: active.expired, action }
}

/**
 * Who acts now: on every page, so that nobody files under the wrong identity. A tap switches when both are bound.
 * `account` null: the page does not know it (yet); the last one that any page saw is shown. `failure`: why the page, and
 * with it the account, could not be read.
 * `locked`: shows the identity of an open draft, without a switch. Event: change {account} after a switch.
 */
Component({
  properties: {
    account: { type: Object, value: null as AccountView | null },
    failure: { type: Object, value: null as Failure | null },
    locked: { type: Boolean, value: false },
  },

  data: { shown: UNKNOWN, who: null as AccountView | null, busy: false },

  observers: {
    'account, locked, failure'(account: AccountView | null, locked: boolean, failure: Failure | null) {
      this.show(account, locked, failure)
    },
  },

  lifetimes: {
    attached() {
      // Observers stay silent while `account` keeps its first value, null.
      if (this.data.who === null) this.show(null, this.data.locked, this.data.failure)
    },
  },

  methods: {
    show(account: AccountView | null, locked: boolean, failure: Failure | null) {
      const who = account ?? lastSeenAccount()
      this.setData({ who, shown: shownOf(who, locked, failure) })
    },

    async onTap() {
      const { who, shown, busy } = this.data
      if (busy || who === null || shown.action === '') return
      const { active, identities } = who
      const current = identities.find((identity) => identity.subjectType === active)
      const other = identities.find((identity) => identity.subjectType !== active)
      if (current === undefined) await goTo('bind', {})
      else if (current.expired) await goTo('bind', { subjectType: current.subjectType })
      else if (other === undefined) await goTo('account', {})
      else await this.offerSwitch(other)
    },

    async offerSwitch(other: Identity) {
      await visitOf(this).act(async () => {
        const account = await offerSwitch(other)
        if (account !== null) this.triggerEvent('change', { account })
      }, tellFailure)
    },
  },
})
