import type { IconName } from '../../../../components/svg-icon/icon-names'
import { type CaseProgress, type CaseStage, type Pace, statusText } from '../../../../shared/domain/case'
import { finishText } from '../../../../shared/domain/due'
import { shortBeijingDate, shortBeijingTime, type BeijingTime } from '../../../../shared/domain/time'

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
  /** '' = the head says all of it. */
  readonly note: string
  /** Of a refusal: its day and the provider's word for it, beside the matter; '' = there is none. */
  readonly result: string
  /** What the officer wrote about it; '' = nothing here, the letter has it. */
  readonly reason: string
}

type Look = Pick<StandingView, 'icon' | 'tone'>

const ENDED: Readonly<Partial<Record<CaseStage, Look>>> = {
  notAccepted: { icon: 'error-circle-filled', tone: 'danger' },
  refused: { icon: 'error-circle-filled', tone: 'danger' },
  ended: { icon: 'info-circle', tone: 'calm' },
}
/** A refusal in plain words. */
const REFUSED: Readonly<Partial<Record<CaseStage, string>>> = { notAccepted: '没有受理', refused: '没有批准' }
const DONE: Look = { icon: 'check-circle-filled', tone: 'done' }

/** @param now ms since the epoch @param pace absent = nobody can count it */
export function standingView(progress: CaseProgress, now: number, pace?: Pace): StandingView {
  const { status, stage = 'unknown' } = progress
  const name = statusText(status)
  const plain = { result: '', reason: '' }
  const step = progress.nodes.find(({ state }) => state === 'current')?.name ?? ''
  switch (status.turn) {
    case 'office':
      return {
        ...plain,
        title: `轮到窗口：${step || name}`,
        icon: 'time',
        tone: '',
        until: untilOf(progress, now),
        pace: pace === undefined ? null : paceView(pace),
        note: officeText(progress, step && step !== name ? name : ''),
      }
    case 'nobody':
      return { ...ended(progress, stage, now), ...(ENDED[stage] ?? DONE), until: '', pace: null }
    default:
      return {
        ...plain,
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

type Ended = Pick<StandingView, 'title' | 'note' | 'result' | 'reason'>

function ended(progress: CaseProgress, stage: CaseStage, now: number): Ended {
  const { nodes, documents } = progress
  const name = statusText(progress.status)
  const last = nodes
    .flatMap(({ endedAt }) => endedAt ?? [])
    .sort(byTime)
    .pop()
  const title = REFUSED[stage]
  if (title !== undefined) {
    const reason = reasonOf(nodes, name)
    const note = documents.length === 0 ? '理由以窗口送达的决定书为准。' : reason ? '' : '理由写在下面的文书里。'
    const day = last === undefined ? '' : shortBeijingDate(last.slice(0, 10), now)
    return { title, note, result: [day, name].filter(Boolean).join(' '), reason }
  }
  const when = last === undefined ? '已经' : `在 ${shortBeijingTime(last, now)} `
  const result = documents.length > 0 ? '，结果见下面的文书' : ''
  return { title: name, note: `这件事${when}结束${result}。`, result: '', reason: '' }
}

/** The opinion of the step that refused it, which is the last that was reached; an earlier one's is no reason, nor the status's bare name. */
function reasonOf(nodes: CaseProgress['nodes'], name: string): string {
  const [last] = nodes.filter(({ state, promise }) => state === 'done' && promise !== true).slice(-1)
  const { opinion = '' } = last ?? {}
  return opinion === name ? '' : opinion
}

const byTime = (a: BeijingTime, b: BeijingTime): number => Date.parse(a) - Date.parse(b)

/** Only the provider's date. */
function untilOf({ promisedFinishDate, pauses }: CaseProgress, now: number): string {
  if (promisedFinishDate === undefined) return ''
  const paused = pauses.some(({ endedAt }) => endedAt === undefined)
  return `${finishText(promisedFinishDate, now)}${paused ? '（现在暂停计时，会顺延）' : ''}`
}
