import { look } from '../../../../behaviors/look'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { toast } from '../../../../platform/feedback'
import { goBack, goTo, readParams } from '../../../../platform/routes'
import { scrollToTop } from '../../../../platform/scroll'
import { bindAccount } from '../../../../services/account'
import { seenPhone } from '../../../../services/seen-phone'
import { failureOf } from '../../../../services/service-error'
import type { ErrorCode } from '../../../../shared/contract/errors'
import { agreedToday, type ConsentText } from '../../../../shared/domain/consent'
import { SUBJECT_LABEL, type SubjectType } from '../../../../shared/domain/account'
import { checkBinding, NOTHING_TYPED, NO_ERRORS, refusedBinding } from './binding-errors'

/** Who is not let in may have no account, or have forgotten the password. */
const OPENS_HELP: readonly ErrorCode[] = ['LOGIN_FAILED', 'ACCOUNT_LOCKED', 'RATE_LIMITED']

/** What an account is called by, as it stands in its empty box; beside it where the text is large. */
const ACCOUNT_NAMES: Readonly<Record<SubjectType, string>> = {
  person: '手机号或身份证号',
  enterprise: '统一社会信用代码或登录名',
}

Page({
  behaviors: [look],

  data: {
    /** What the citizen typed. */
    ...NOTHING_TYPED,
    /** Page state. */
    errors: NO_ERRORS,
    busy: false,
    helpOpen: false,
    /** The account is not locked any more. */
    lockOver: false,
    names: ACCOUNT_NAMES,
    /** The window's, as far as this phone has seen it. */
    phone: '',
  },

  onLoad(query: Record<string, string | undefined>) {
    const { subjectType } = readParams('bind', query)
    visitOf(this).show({ phone: seenPhone(), ...(subjectType === 'enterprise' ? { subjectType } : {}) })
  },

  onUnload: endVisit,

  onSubjectTap(event: WechatMiniprogram.TouchEvent<object, object, { subject: SubjectType }>) {
    visitOf(this).show({ subjectType: event.currentTarget.dataset.subject, errors: NO_ERRORS })
  },

  onAccountInput(event: WechatMiniprogram.Input) {
    visitOf(this).show({ account: event.detail.value, errors: { ...this.data.errors, account: '' } })
  },

  onPasswordInput(event: WechatMiniprogram.Input) {
    visitOf(this).show({ password: event.detail.value, errors: { ...this.data.errors, password: '' } })
  },

  onHelpTap() {
    visitOf(this).show({ helpOpen: !this.data.helpOpen })
  },

  onAgreeTap() {
    visitOf(this).show({ agreed: !this.data.agreed, errors: { ...this.data.errors, agreed: '' } })
  },

  onAgreeSensitiveTap() {
    visitOf(this).show({ agreedSensitive: !this.data.agreedSensitive })
  },

  onTextTap(event: WechatMiniprogram.TouchEvent<object, object, { text: ConsentText }>) {
    void goTo('policy', { text: event.currentTarget.dataset.text })
  },

  async onSubmitTap() {
    const { subjectType, account, password, agreed, agreedSensitive } = this.data
    const errors = checkBinding({ account, password, agreed })
    visitOf(this).show({ errors: errors ?? NO_ERRORS })
    if (errors !== null) return
    const bind = async (): Promise<void> => {
      const texts = agreedToday('privacy', 'agreement', ...(agreedSensitive ? (['sensitive'] as const) : []))
      await bindAccount({ subjectType, account, password, agreed: texts })
      // The password has done its work; it must not linger in the page.
      visitOf(this).show({ password: '' })
      toast(`已绑定，当前是${SUBJECT_LABEL[subjectType]}身份`)
      await goBack()
    }
    await visitOf(this).act(bind, (error) => {
      const failure = failureOf(error)
      const refused = refusedBinding(failure, Date.now())
      visitOf(this).show({
        password: '',
        errors: refused,
        lockOver: false,
        helpOpen: refused.lockedUntil === '' && (this.data.helpOpen || OPENS_HELP.includes(failure.code)),
      })
      if (refused.lockedUntil !== '') scrollToTop()
    })
  },

  onLockOver() {
    visitOf(this).show({ lockOver: true })
  },

  /** To the form again: with the same account when its time is over, else with another. */
  onAnotherTap() {
    visitOf(this).show({ errors: NO_ERRORS, helpOpen: false, ...(this.data.lockOver ? {} : { account: '' }) })
  },

  onCancelTap() {
    void goBack()
  },
})
