import { look } from '../../../../behaviors/look'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { withLoading } from '../../../../platform/feedback'
import { goBack, goTo } from '../../../../platform/routes'
import { answerConsent } from '../../../../services/consent-gate'
import { giveConsents } from '../../../../services/consents'
import { tellFailure } from '../../../../services/tell-failure'

/** Asked once, before anything sensitive leaves the phone; what was interrupted goes on by itself. */
Page({
  behaviors: [look],

  data: {
    lines: [
      { icon: 'file', label: '会用到', text: '证件照片、健康体检证明、经历、签名这类敏感个人信息，看事项要什么' },
      { icon: 'secured', label: '用来做什么', text: '只送给一网通和办理部门，核对您能不能办；加密保存' },
      { icon: 'time', label: '存到什么时候', text: '文件送达后 7 天删除，草稿 180 天；随时可以撤回、删除' },
    ],
    busy: false,
  },

  /** Whoever goes back has not agreed. */
  onUnload() {
    answerConsent(false)
    endVisit.call(this)
  },

  onTextTap() {
    void goTo('policy', { text: 'sensitive' })
  },

  async onYesTap() {
    const agree = async (): Promise<void> => {
      await withLoading('正在记下', () => giveConsents('sensitive'))
      answerConsent(true)
      await goBack()
    }
    await visitOf(this).act(agree, tellFailure)
  },

  onNoTap() {
    void goBack()
  },
})
