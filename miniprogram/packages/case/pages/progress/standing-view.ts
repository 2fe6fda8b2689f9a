import type { IconName } from '../../../../components/svg-icon/icon-names'
import { type CaseProgress, type CaseStage, statusText } from '../../../../shared/domain/case'
import { dayText } from '../../../../shared/domain/due'

/** Whose turn it is when it is not the applicant's, or how it ended. */
export interface StandingView {
  readonly title: string
  readonly icon: IconName
  /** See .icon-square; '' = as usual. */
  readonly tone: '' | 'done' | 'danger' | 'calm'
  /** e.g. 最晚 12月2日（周三）办好; '' = the provider gave no day, or it is over. */
  readonly until: string
  readonly note: string
}

type Look = Pick<StandingView, 'icon' | 'tone'>

const ENDED: Readonly<Partial<Record<CaseStage, Look>>> = {
  notAccepted: { icon: 'error-circle-filled', tone: 'danger' },
  refused: { icon: 'error-circle-filled', tone: 'danger' },
  ended: { icon: 'info-circle', tone: 'calm' },
}
const DONE: Look = { icon: 'check-circle-filled', tone: 'done' }

/** @param now ms since the epoch */
export function standingView(progress: CaseProgress, now: number): StandingView {
  const { status, stage = 'unknown' } = progress
  const name = statusText(status)
  switch (status.turn) {
    case 'office':
      return {
        title: `轮到窗口：${name}`,
        icon: 'time',
        tone: '',
        until: untilOf(progress, now),
        note: '您不用做什么，有变化会发消息。',
      }
    case 'nobody':
      return { title: name, ...(ENDED[stage] ?? DONE), until: '', note: '这件事已经结束。' }
    default:
      return {
        title: name,
        icon: 'info-circle',
        tone: 'calm',
        until: untilOf(progress, now),
        note: '这个状态由一网通给出，含义请以窗口答复为准。',
      }
  }
}

/** Only the provider's date; one that is over is said where it is said what to do about it. */
function untilOf({ promisedFinishDate, pauses }: CaseProgress, now: number): string {
  if (promisedFinishDate === undefined) return ''
  if (Date.parse(`${promisedFinishDate}T23:59:59+08:00`) < now)
    return `承诺 ${dayText(promisedFinishDate, now)}办好，已经过了`
  const paused = pauses.some(({ endedAt }) => endedAt === undefined)
  return `最晚 ${dayText(promisedFinishDate, now)}办好${paused ? '（现在暂停计时，会顺延）' : ''}`
}
