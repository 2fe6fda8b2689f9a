import { dropPendingLoads, LOADING, loadPageOf } from '../../../../behaviors/loadable-page'
import { confirm, toast } from '../../../../platform/feedback'
import { goTo, readParams } from '../../../../platform/routes'
import { openEvaluation, submitEvaluation, type OpenedEvaluation } from '../../../../services/evaluations'
import { failureOf, type Failure } from '../../../../services/service-error'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AccountView } from '../../../../shared/domain/account'
import { LONGEST_COMMENT, obstacleOf, type EvaluationDraft } from '../../../../shared/domain/evaluation'
import { toBeijingTime } from '../../../../shared/domain/time'
import {
  choiceView,
  givenView,
  levelName,
  noticeOf,
  NOTHING_CHOSEN,
  rateByText,
  withLevel,
  withOption,
  type ChoiceView,
  type GivenView,
} from './rating-view'

type Tap<T extends object> = WechatMiniprogram.TouchEvent<object, object, T>

/** What each page instance works with besides what it shows. */
interface Visit {
  readonly opened?: OpenedEvaluation
  readonly draft: EvaluationDraft
}
const visits = new WeakMap<object, Visit>()

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    matterName: '',
    rateBy: '',
    given: null as GivenView | null,
    notice: null as { title: string; text: string } | null,
    confirming: false,
    choicesError: null as ReplyError | null,
    /** Page state. */
    status: LOADING,
    caseNo: '',
    choice: null as ChoiceView | null,
    length: 0,
    longest: LONGEST_COMMENT,
    obstacle: '',
    failure: null as Failure | null,
    busy: false,
  },

  onLoad(query: Record<string, string | undefined>): Promise<void> {
    visits.set(this, { draft: NOTHING_CHOSEN })
    this.setData({ caseNo: readParams('rating', query).caseNo ?? '' })
    return this.load()
  },

  onUnload() {
    dropPendingLoads(this)
  },

  load(): Promise<void> {
    return loadPageOf(this, this.data.caseNo, openEvaluation, (opened, status) => {
      this.setData({ account: opened.account, status, failure: null })
      this.show(opened)
    })
  },

  /** Another identity: the case is not its own. */
  onIdentityChange(): Promise<void> {
    visits.set(this, { draft: NOTHING_CHOSEN })
    this.setData({ status: LOADING, length: 0 })
    return this.load()
  },

  /** Shows what the provider has of the case. */
  show(opened: OpenedEvaluation): void {
    visits.set(this, { ...this.visit(), opened })
    const { evaluation, choices } = opened
    const isOpen = evaluation.state === 'open'
    this.setData({
      matterName: opened.case.matterName,
      rateBy: isOpen ? rateByText(opened.case) : '',
      given: evaluation.state === 'given' ? givenView(evaluation.given) : null,
      notice: noticeOf(evaluation, opened.case),
      confirming: evaluation.state === 'confirming',
      choicesError: isOpen && !choices.ok ? choices.error : null,
      choice: isOpen && choices.ok ? choiceView(choices.value, this.visit().draft) : null,
    })
  },

  onLevelTap(event: Tap<{ score: number }>) {
    this.change(withLevel(this.visit().draft, Number(event.currentTarget.dataset.score)))
  },

  onOptionTap(event: Tap<{ code: string }>) {
    this.change(withOption(this.visit().draft, event.currentTarget.dataset.code))
  },

  onCommentInput(event: WechatMiniprogram.TextareaInput) {
    const comment = event.detail.value
    visits.set(this, { ...this.visit(), draft: { ...this.visit().draft, comment } })
    this.setData({ length: comment.length, obstacle: '' })
  },

  change(draft: EvaluationDraft): void {
    const { opened } = this.visit()
    if (this.data.busy || !opened?.choices.ok) return
    visits.set(this, { ...this.visit(), draft })
    this.setData({ choice: choiceView(opened.choices.value, draft), obstacle: '' })
  },

  async onSubmitTap() {
    const { opened, draft } = this.visit()
    if (this.data.busy || !opened?.choices.ok) return
    const obstacle = obstacleOf(draft, opened.choices.value)
    this.setData({ obstacle, failure: null })
    if (obstacle !== '') return
    this.setData({ busy: true })
    const content = `您的评价是“${levelName(opened.choices.value, draft.score)}”。每件事只能评价一次，提交后不能修改。`
    if (await confirm({ title: '提交评价', content, confirmText: '提交' })) await this.send(opened, draft)
    this.setData({ busy: false })
  },

  async send(opened: OpenedEvaluation, draft: EvaluationDraft): Promise<void> {
    try {
      const evaluation = await submitEvaluation(this.data.caseNo, draft)
      this.show({ ...opened, evaluation })
      if (evaluation.state === 'given') toast('评价已收到')
    } catch (error) {
      const failure = failureOf(error)
      const isUnknown = failure.outcome === 'unknown'
      // Nobody knows whether it arrived: the server is asked, nothing is sent again.
      if (isUnknown) this.show({ ...opened, evaluation: { state: 'confirming', since: toBeijingTime(Date.now()) } })
      if (isUnknown || failure.code === 'STATE_CHANGED') await this.load()
      if (!isUnknown || this.visit().opened?.evaluation.state === 'open') this.setData({ failure })
    }
  },

  onProgressTap() {
    void goTo('progress', { caseNo: this.data.caseNo })
  },

  visit(): Visit {
    return visits.get(this) ?? { draft: NOTHING_CHOSEN }
  },
})
