import type { CaseBrief, CaseStatus, Turn } from '../../shared/domain/case'
import { formatBeijingDate, formatBeijingTime } from '../../shared/domain/time'

const TURN_TEXT: Readonly<Record<Turn, string>> = {
  office: '等待窗口处理',
  applicant: '轮到您处理',
  nobody: '已经结束',
  unknown: '请以窗口答复为准',
}

const TURN_TONE: Readonly<Record<Turn, string>> = {
  office: 'info',
  applicant: 'turn',
  nobody: 'done',
  unknown: 'muted',
}

interface Shown {
  readonly caseNo: string
  readonly status: string
  readonly tone: string
  readonly turn: string
  readonly dates: readonly string[]
}

/** The provider's own words; an unknown code is shown raw, never guessed. */
function statusText(status: CaseStatus): string {
  if (status.known) return status.name
  return status.name === '' ? `状态码 ${status.code}` : status.name
}

function datesOf(brief: CaseBrief): readonly string[] {
  const dates = [`提交：${formatBeijingTime(brief.submittedAt)}`]
  if (brief.supplementDeadline !== undefined) dates.push(`请在 ${formatBeijingTime(brief.supplementDeadline)} 前补交`)
  if (brief.promiseDeadline !== undefined) dates.push(`承诺补交期限：${formatBeijingTime(brief.promiseDeadline)}`)
  if (brief.finishedAt !== undefined) dates.push(`办结：${formatBeijingTime(brief.finishedAt)}`)
  else if (brief.promisedFinishDate !== undefined) {
    dates.push(`承诺办结：${formatBeijingDate(brief.promisedFinishDate)}`)
  }
  return dates
}

/** One case in a list. Event: select {caseNo}. */
Component({
  properties: {
    brief: { type: Object, value: null as CaseBrief | null },
  },

  data: { shown: null as Shown | null },

  observers: {
    brief(brief: CaseBrief | null) {
      if (brief === null) return
      const { caseNo, status } = brief
      this.setData({
        shown: {
          caseNo,
          status: statusText(status),
          tone: TURN_TONE[status.turn],
          turn: TURN_TEXT[status.turn],
          dates: datesOf(brief),
        },
      })
    },
  },

  methods: {
    onTap() {
      if (this.data.shown !== null) this.triggerEvent('select', { caseNo: this.data.shown.caseNo })
    },
  },
})
