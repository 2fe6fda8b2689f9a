import type { IconName } from '../../../../components/svg-icon/icon-names'
import { type CaseProgress, type CaseStage, type Pace, statusText } from '../../../../shared/domain/case'
import { finishText } from '../../../../shared/domain/due'
import { shortBeijingTime, type BeijingTime } from '../../../../shared/domain/time'

/** Whose turn it is when it is not the applicant's, or how it ended. */
export interface StandingView {
  readonly title: string
  readonly icon: IconName
  /** See .icon-square; '' = as usual. */
  readonly tone: '' | 'done' | 'danger' | 'calm'
  /** e.g. 最晚 12月2日（周三）办好; '' = the provider gave no day, or it is over. */
  readonly until: string
  /** How far the office is in the time that it promised; null = not known. */
  readonly pace: { readonly text: string; readonly percent: number } | null
  readonly note: string
}

type Look = Pick<StandingView, 'icon' | 'tone'>

const ENDED: Readonly<Partial<Record<CaseStage, Look>>> = {
  notAccepted: { icon: 'error-circle-filled', tone: 'danger' },
  refused: { icon: 'error-circle-filled', tone: 'danger' },
  ended: { icon: 'info-circle', tone: 'calm' },
}
const DONE: Look = { icon: 'check-circle-filled', tone: 'done' }

/** @param now ms since the epoch @param pace absent = nobody can count it */
export function standingView(progress: CaseProgress, now: number, pace?: Pace): StandingView {
  const { status, stage = 'unknown' } = progress
  const name = statusText(status)
  const step = progress.nodes.find(({ state }) => state === 'current')?.name ?? ''
  switch (status.turn) {
    case 'office':
      return {
        title: `轮到窗口：${step || name}`,
        icon: 'time',
        tone: '',
        until: untilOf(progress, now),
        pace: pace === undefined ? null : paceView(pace),
        note: officeText(progress, step && step !== name ? name : ''),
      }
    case 'nobody':
      return { title: name, ...(ENDED[stage] ?? DONE), until: '', pace: null, note: endText(progress, now) }
    default:
      return {
        title: name,
        icon: 'info-circle',
        tone: 'calm',
        until: untilOf(progress, now),
        pace: null,
        note: '这个状态由一网通给出，含义请以窗口答复为准。',
      }
  }
}

/** What the applicant has to do meanwhile; what was promised goes on beside it. @param name of the status; '' = said already */
function officeText({ promiseDue }: CaseProgress, name: string): string {
  const mine = promiseDue === true ? '办理和您的补交同时进行' : '您不用做什么'
  return `${[name, mine].filter(Boolean).join('，')}，进展写在“消息”里。`
}

const paceView = ({ day, of, estimated }: Pace): StandingView['pace'] => ({
  text: `第 ${day} 天，共${estimated ? '约' : ''} ${of} 个工作日`,
  percent: Math.round((100 * day) / of),
})

/** When it was over: when the last of its steps was. */
function endText({ nodes, documents }: CaseProgress, now: number): string {
  const last = nodes
    .flatMap(({ endedAt }) => endedAt ?? [])
    .sort(byTime)
    .pop()
  const result = documents.length > 0 ? '，结果见下面的文书' : ''
  return last === undefined ? `这件事已经结束${result}。` : `这件事在 ${shortBeijingTime(last, now)} 结束${result}。`
}

const byTime = (a: BeijingTime, b: BeijingTime): number => Date.parse(a) - Date.parse(b)

/** Only the provider's date. */
function untilOf({ promisedFinishDate, pauses }: CaseProgress, now: number): string {
  if (promisedFinishDate === undefined) return ''
  const paused = pauses.some(({ endedAt }) => endedAt === undefined)
  return `${finishText(promisedFinishDate, now)}${paused ? '（现在暂停计时，会顺延）' : ''}`
}
