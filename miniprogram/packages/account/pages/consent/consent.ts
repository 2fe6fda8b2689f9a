import { look } from '../../../../behaviors/look'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { withLoading } from '../../../../platform/feedback'
import { goBack, goTo, readParams } from '../../../../platform/routes'
import { answerConsent } from '../../../../services/consent-gate'
import { giveConsents } from '../../../../services/consents'
import { tellFailure } from '../../../../services/tell-failure'
import { CONSENT_VERSIONS, type ConsentText } from '../../../../shared/domain/consent'
import { POLICY_TEXTS } from '../policy/texts'
import { questionOf } from './question'

const isText = (text: string): text is ConsentText => text in CONSENT_VERSIONS

/** What the page asks for when nothing else is wanted. */
const usual = (): readonly ConsentText[] => ['sensitive']

/** Asked once, before anything leaves the phone that needs it; what was interrupted goes on by itself. */
Page({
  behaviors: [look],

  data: {
    texts: usual(),
    question: questionOf(usual()),
    /** The full texts, to be read before. */
    links: [] as readonly { readonly text: ConsentText; readonly title: string }[],
    busy: false,
  },

  onLoad(query: Record<string, string | undefined>) {
    const wanted = (readParams('consent', query).texts ?? '').split(',').filter(isText)
    const texts = wanted.length > 0 ? wanted : usual()
    const links = texts.map((text) => ({ text, title: POLICY_TEXTS[text].title }))
    visitOf(this).show({ texts, links, question: questionOf(texts) })
  },

  /** Whoever goes back has not agreed. */
  onUnload() {
    answerConsent(false)
    endVisit.call(this)
  },

  onTextTap(event: WechatMiniprogram.TouchEvent<object, object, { text: ConsentText }>) {
    void goTo('policy', { text: event.currentTarget.dataset.text })
  },

  async onYesTap() {
    const agree = async (): Promise<void> => {
      await withLoading('正在记下', () => giveConsents(...this.data.texts))
      answerConsent(true)
      await goBack()
    }
    await visitOf(this).act(agree, tellFailure)
  },

  onNoTap() {
    void goBack()
  },
})
