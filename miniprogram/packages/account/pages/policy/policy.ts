import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { confirm, toast, withLoading } from '../../../../platform/feedback'
import { openPrivacyGuide } from '../../../../platform/privacy'
import { readParams, replaceWith } from '../../../../platform/routes'
import { isOwner } from '../../../../services/owner-check'
import { listConsents, withdrawSensitive } from '../../../../services/consents'
import { tellFailure } from '../../../../services/tell-failure'
import { CONSENT_VERSIONS, type ConsentText, type GivenConsent } from '../../../../shared/domain/consent'
import { formatBeijingDate, formatBeijingTime } from '../../../../shared/domain/time'
import { POLICY_TEXTS } from './texts'

const ALL = (Object.keys(POLICY_TEXTS) as ConsentText[]).map((text) => ({ text, title: POLICY_TEXTS[text].title }))
/** What is shown when nothing is asked for. */
const first = (): ConsentText => 'privacy'

const isText = (text: string | undefined): text is ConsentText => text !== undefined && text in POLICY_TEXTS

Page({
  behaviors: [look],

  data: {
    text: first(),
    policy: POLICY_TEXTS[first()],
    others: [] as typeof ALL,
    version: '',
    /** What was agreed to and when; '' = nothing, or not known now. */
    given: '',
    /** It stands, and can be taken back here. */
    withdrawable: false,
    /** Page state: of `given` alone, the text needs no network. */
    status: LOADING,
    busy: false,
  },

  onLoad(query: Record<string, string | undefined>): Promise<void> {
    const asked = readParams('policy', query).text
    const text = isText(asked) ? asked : first()
    void wx.setNavigationBarTitle({ title: POLICY_TEXTS[text].title })
    visitOf(this).show({
      text,
      policy: POLICY_TEXTS[text],
      others: ALL.filter((other) => other.text !== text),
      version: `${formatBeijingDate(CONSENT_VERSIONS[text])}起的文本，以办公室公布的为准`,
    })
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(listConsents, ({ given }) => this.standing(given))
  },

  standing(given: readonly GivenConsent[]) {
    const { text } = this.data
    const newest = given.find((one) => one.text === text)
    const stands = newest !== undefined && newest.withdrawnAt === undefined
    return {
      given: newest ? consentLine(newest) : '',
      withdrawable: stands && text === 'sensitive',
    }
  },

  onOtherTap(event: WechatMiniprogram.TouchEvent<object, object, { text: ConsentText }>): void {
    void replaceWith('policy', { text: event.currentTarget.dataset.text })
  },

  onGuideTap(): Promise<void> {
    return openPrivacyGuide()
  },

  async onWithdrawTap(): Promise<void> {
    const content = '撤回后不能在这里填表和上传。已经提交的照常办；草稿到期删除，也可以在“我的数据”里删。'
    if (!(await confirm({ title: '撤回同意', content, confirmText: '撤回' }))) return
    if (!(await isOwner('撤回同意'))) return
    const done = await visitOf(this).act(async () => {
      const { given } = await withLoading('正在撤回', withdrawSensitive)
      visitOf(this).show(this.standing(given))
    }, tellFailure)
    if (done) toast('已撤回')
  },
})

function consentLine({ version, givenAt, withdrawnAt }: GivenConsent): string {
  const which = `${formatBeijingDate(version)}的文本`
  return withdrawnAt === undefined
    ? `您在 ${formatBeijingTime(givenAt)} 同意了${which}`
    : `您在 ${formatBeijingTime(withdrawnAt)} 撤回了同意`
}
