import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { confirm, toast } from '../../../../platform/feedback'
import { dropWords, keepWords, readWords } from '../../../../platform/kept-words'
import { goTo, readParams } from '../../../../platform/routes'
import { openEvaluation, submitEvaluation, type OpenedEvaluation } from '../../../../services/evaluations'
import { failureOf, notSentAfterAll, type Failure } from '../../../../services/service-error'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AccountView } from '../../../../shared/domain/account'
import { LONGEST_COMMENT, obstacleOf, type EvaluationDraft } from '../../../../shared/domain/evaluation'
import { toBeijingTime } from '../../../../shared/domain/time'
import { lengthOf } from '../../../../shared/form/text'
import {
  choiceView,
  draftOf,
  fitting,
  givenView,
  levelName,
  ratingNotice,
  NOTHING_CHOSEN,
  rateByText,
  withLevel,
  withOption,
  type ChoiceView,
  type GivenView,
} from './rating-view'

type Tap<T extends object> = WechatMiniprogram.TouchEvent<object, object, T>

const visitOf = visits(() => ({
  opened: null as OpenedEvaluation | null,
  draft: NOTHING_CHOSEN,
}))

Page({
  behaviors: [look],

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
    /** What the box begins with: writing back what is typed into it would move the caret. */
    comment: '',
    /** The reasons are open, where 关怀模式 folds them. */
    whyOpen: false,
    length: 0,
    longest: LONGEST_COMMENT,
    /** The phone did not keep what was typed. */
    unkept: false,
    obstacle: '',
    failure: null as Failure | null,
    busy: false,
  },

  onLoad(query: Record<string, string | undefined>): Promise<void> {
    visitOf(this).show({ caseNo: readParams('rating', query).caseNo ?? '' })
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).loadOf(
      this.data.caseNo,
      async (caseNo) => {
        const opened = await openEvaluation(caseNo)
        await this.recall(opened)
        return opened
      },
      (opened) => ({ account: opened.account, failure: null, ...this.taken(opened) }),
    )
  },

  /** Takes up what was typed here before and not sent: the mini-program was closed in between. */
  async recall({ account, evaluation }: OpenedEvaluation): Promise<void> {
    if (evaluation.state !== 'open' || visitOf(this).work.draft !== NOTHING_CHOSEN) return
    const kept = draftOf(await readWords(account.active ?? 'anyone', this.place()))
    // Somebody was quicker than the phone.
    if (visitOf(this).work.draft === NOTHING_CHOSEN) visitOf(this).work.draft = kept
  },

  place() {
    return `rating.${this.data.caseNo}` as const
  },

  /** Takes up what the provider has of the case, as it is shown. */
  taken(opened: OpenedEvaluation) {
    const { work } = visitOf(this)
    work.opened = opened
    const { account, evaluation, choices } = opened
    const isOpen = evaluation.state === 'open'
    if (isOpen && choices.ok) work.draft = fitting(work.draft, choices.value)
    if (evaluation.state === 'given') void dropWords(account.active ?? 'anyone', this.place())
    return {
      matterName: opened.case.matterName,
      rateBy: isOpen ? rateByText(opened.case) : '',
      given: evaluation.state === 'given' ? givenView(evaluation.given) : null,
      notice: ratingNotice(evaluation, opened.case),
      confirming: evaluation.state === 'confirming',
      choicesError: isOpen && !choices.ok ? choices.error : null,
      choice: isOpen && choices.ok ? choiceView(choices.value, work.draft) : null,
      comment: work.draft.comment,
      length: lengthOf(work.draft.comment),
    }
  },

  onLevelTap(event: Tap<{ score: number }>) {
    this.change(withLevel(visitOf(this).work.draft, Number(event.currentTarget.dataset.score)))
  },

  /** The box in it is made anew when it opens. */
  onWhyFold({ detail: { open } }: WechatMiniprogram.CustomEvent<{ open: boolean }>) {
    visitOf(this).show({ whyOpen: open, comment: visitOf(this).work.draft.comment })
  },

  onOptionTap(event: Tap<{ code: string }>) {
    this.change(withOption(visitOf(this).work.draft, event.currentTarget.dataset.code))
  },

  onCommentInput(event: WechatMiniprogram.TextareaInput) {
    const comment = event.detail.value
    const { work } = visitOf(this)
    work.draft = { ...work.draft, comment }
    visitOf(this).show({ length: lengthOf(comment), obstacle: '' })
    void this.keep()
  },

  change(draft: EvaluationDraft): void {
    const { work } = visitOf(this)
    if (this.data.busy || !work.opened?.choices.ok) return
    work.draft = draft
    const choice = choiceView(work.opened.choices.value, draft)
    visitOf(this).show({ choice, whyOpen: this.data.whyOpen || choice.required, obstacle: '' })
    void this.keep()
  },

  async keep(): Promise<void> {
    const { opened, draft } = visitOf(this).work
    const isKept = await keepWords(opened?.account.active ?? 'anyone', this.place(), draft)
    visitOf(this).show({ unkept: !isKept })
  },

  async onSubmitTap() {
    const { opened, draft } = visitOf(this).work
    if (this.data.busy || !opened?.choices.ok) return
    const obstacle = obstacleOf(draft, opened.choices.value)
    visitOf(this).show({ obstacle, failure: null })
    if (obstacle !== '') return
    visitOf(this).show({ busy: true })
    const content = `您的评价是“${levelName(opened.choices.value, draft.score)}”。每件事只能评价一次，提交后不能修改。`
    if (await confirm({ title: '提交评价', content, confirmText: '提交' })) await this.send(opened, draft)
    visitOf(this).show({ busy: false })
  },

  async send(opened: OpenedEvaluation, draft: EvaluationDraft): Promise<void> {
    try {
      const evaluation = await submitEvaluation(this.data.caseNo, draft)
      visitOf(this).show(this.taken({ ...opened, evaluation }))
      if (evaluation.state === 'given') toast('评价已收到')
    } catch (error) {
      const failure = failureOf(error)
      const isUnknown = failure.outcome === 'unknown'
      // Nobody knows whether it arrived: the server is asked, nothing is sent again.
      if (isUnknown) {
        const evaluation = { state: 'confirming', since: toBeijingTime(Date.now()) } as const
        visitOf(this).show(this.taken({ ...opened, evaluation }))
      }
      if (isUnknown || failure.code === 'STATE_CHANGED') await this.load()
      if (!isUnknown) visitOf(this).show({ failure })
      else if (visitOf(this).work.opened?.evaluation.state === 'open') {
        visitOf(this).show({ failure: notSentAfterAll(failure) })
      }
    }
  },

  onProgressTap() {
    void goTo('progress', { caseNo: this.data.caseNo })
  },
})
