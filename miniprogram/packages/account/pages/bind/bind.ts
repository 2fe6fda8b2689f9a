import { toast } from '../../../../platform/feedback'
import { goBack, readParams } from '../../../../platform/routes'
import { bindAccount } from '../../../../services/account'
import { failureOf } from '../../../../services/service-error'
import { SUBJECT_LABEL, type SubjectType } from '../../../../shared/domain/account'
import { checkBinding, NOTHING_TYPED, NO_ERRORS, refusedBinding } from './binding-errors'

Page({
  data: {
    /** What the citizen typed. */
    ...NOTHING_TYPED,
    /** Page state. */
    errors: NO_ERRORS,
    busy: false,
    helpOpen: false,
  },

  onLoad(query: Record<string, string | undefined>) {
    const { subjectType } = readParams('bind', query)
    if (subjectType === 'enterprise') this.setData({ subjectType })
  },

  onSubjectTap(event: WechatMiniprogram.TouchEvent<object, object, { subject: SubjectType }>) {
    this.setData({ subjectType: event.currentTarget.dataset.subject, errors: NO_ERRORS })
  },

  onAccountInput(event: WechatMiniprogram.Input) {
    this.setData({ account: event.detail.value, 'errors.account': '' })
  },

  onPasswordInput(event: WechatMiniprogram.Input) {
    this.setData({ password: event.detail.value, 'errors.password': '' })
  },

  onHelpTap() {
    this.setData({ helpOpen: !this.data.helpOpen })
  },

  onAgreeTap() {
    this.setData({ agreed: !this.data.agreed, 'errors.agreed': '' })
  },

  async onSubmitTap() {
    if (this.data.busy) return
    const { subjectType, account, password, agreed } = this.data
    const errors = checkBinding({ account, password, agreed })
    if (errors !== null) {
      this.setData({ errors })
      return
    }
    this.setData({ busy: true, errors: NO_ERRORS })
    try {
      await bindAccount({ subjectType, account, password })
      // The password has done its work; it must not linger in the page.
      this.setData({ password: '' })
      toast(`已绑定，当前是${SUBJECT_LABEL[subjectType]}身份`)
      await goBack()
    } catch (error) {
      const failure = failureOf(error)
      this.setData({
        password: '',
        errors: refusedBinding(failure),
        helpOpen: this.data.helpOpen || failure.code === 'LOGIN_FAILED' || failure.code === 'ACCOUNT_LOCKED',
      })
    } finally {
      this.setData({ busy: false })
    }
  },

  onCancelTap() {
    void goBack()
  },
})
