import { type CaseBrief, deadlineOf, shortNameOf, statusText } from '../../shared/domain/case'
import { type DueView, finishText } from '../../shared/domain/due'
import { shortBeijingTime } from '../../shared/domain/time'
import { turnView } from '../../shared/domain/turn-view'

interface Shown {
  readonly caseNo: string
  readonly name: string
  readonly status: string
  /** '' = it waits for the applicant: see `due` and `action`. */
  readonly tone: string
  /** Whose turn it is, or how it ended. */
  readonly note: string
  /** Of what waits for the applicant; null = the provider gave no day. */
  readonly due: DueView | null
  /** What the applicant does; '' = nothing is wanted. */
  readonly action: string
  readonly spoken: string
}

/** @param now ms since the epoch */
function shownOf(brief: CaseBrief, now: number): Shown {
  const { caseNo, status } = brief
  const mine = status.turn === 'applicant' || deadlineOf(brief) !== undefined
  const { due, action } = turnView(brief, now)
  const note = noteOf(brief, now)
  const state = statusText(status)
  const name = shortNameOf(brief)
  const about = [
    name,
    brief.situation ?? '',
    state,
    note,
    mine ? [due?.until, due?.left].filter(Boolean).join('，') : '',
    `办件号 ${caseNo}`,
  ]
  return {
    caseNo,
    name,
    status: state,
    tone: status.turn === 'applicant' ? 'due' : status.turn === 'office' ? 'info' : 'muted',
    note,
    due: mine ? due : null,
    action: mine ? action : '',
    spoken: about.filter((part) => part !== '').join('，'),
  }
}

function noteOf(brief: CaseBrief, now: number): string {
  const { status, submittedAt, finishedAt, promisedFinishDate, currentNode, rateable } = brief
  if (finishedAt !== undefined)
    return `${shortBeijingTime(finishedAt, now)} 办结${rateable === true ? ' · 可以评价' : ''}`
  const submitted = `${shortBeijingTime(submittedAt, now)} 提交`
  if (status.turn === 'applicant') return deadlineOf(brief) === undefined ? `${submitted} · 没有给出期限` : submitted
  const where =
    status.turn === 'unknown'
      ? '以窗口答复为准'
      : status.turn !== 'office'
        ? ''
        : deadlineOf(brief) === undefined
          ? '轮到窗口'
          : '窗口同时在办'
  const node = currentNode && currentNode !== statusText(status) ? currentNode : ''
  const until = promisedFinishDate === undefined ? '' : finishText(promisedFinishDate, now)
  const parts = [where, node, until || submitted]
  return parts.filter((part) => part !== '').join(' · ')
}

/**
 * One case in a list: what waits for the applicant as an amber card with its day and button, the others quietly.
 * Events: select {caseNo} (its progress), begin {caseNo} (the button).
 */
Component({
  properties: {
    brief: { type: Object, value: null as CaseBrief | null },
    /** Its button is the one solid one of the screen. */
    first: { type: Boolean, value: false },
    /** 关怀模式: its number is on its own page. */
    large: { type: Boolean, value: false },
    /** There is no network: what the button leads to needs one. */
    offline: { type: Boolean, value: false },
  },

  data: { shown: null as Shown | null },

  observers: {
    brief(brief: CaseBrief | null) {
      if (brief !== null) this.setData({ shown: shownOf(brief, Date.now()) })
    },
  },

  methods: {
    onTap() {
      if (this.data.shown !== null) this.triggerEvent('select', { caseNo: this.data.shown.caseNo })
    },

    onActTap() {
      if (this.data.shown !== null) this.triggerEvent('begin', { caseNo: this.data.shown.caseNo })
    },
  },
})
