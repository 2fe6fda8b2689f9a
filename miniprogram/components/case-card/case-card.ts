import { type CaseBrief, statusText, type Turn } from '../../shared/domain/case'
import { formatBeijingDate, formatBeijingTime } from '../../shared/domain/time'

const TURN: Readonly<Record<Turn, Pick<Shown, 'turn' | 'tone'>>> = {
  office: { turn: '等待窗口处理', tone: 'info' },
  applicant: { turn: '轮到您处理', tone: 'turn' },
  nobody: { turn: '已经结束', tone: 'done' },
  unknown: { turn: '请以窗口答复为准', tone: 'muted' },
}

interface Shown {
  readonly caseNo: string
  readonly status: string
  readonly tone: string
  readonly turn: string
  readonly dates: readonly string[]
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
        shown: { caseNo, status: statusText(status), ...TURN[status.turn], dates: datesOf(brief) },
      })
    },
  },

  methods: {
    onTap() {
      if (this.data.shown !== null) this.triggerEvent('select', { caseNo: this.data.shown.caseNo })
    },
  },
})
