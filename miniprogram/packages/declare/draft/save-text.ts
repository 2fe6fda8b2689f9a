import {
  causeOf,
  didNotConnect,
  isGone,
  needsLogin,
  saysConfirming,
  sentenceOf,
  type Failure,
} from '../../../services/service-error'
import type { SaveState } from './draft-saver'

/** What the page says about how safe the typed text is. */
export interface SaveText {
  /** In the head's one line. */
  readonly short: string
  /** When all of it was saved, `12:03`; '' = it is not. */
  readonly at: string
  /** More about it, in a line of its own; '' = nothing. */
  readonly text: string
  readonly tone: 'calm' | 'warn'
  /** What to do now; '' = nothing. */
  readonly next: string
  readonly requestId: string
  /** Saving again may help. */
  readonly canRetry: boolean
  /** Logging in helps. */
  readonly canLogIn: boolean
  /** There is no network: what needs one waits. */
  readonly offline: boolean
}

export const calm = (short: string, text = ''): SaveText => ({
  short,
  at: '',
  text,
  tone: 'calm',
  next: '',
  requestId: '',
  canRetry: false,
  canLogIn: false,
  offline: false,
})

/** Nothing went wrong: it is saved as soon as the network is back (the form page listens to it). */
const OFFLINE: SaveText = {
  ...calm('存在手机', '没有网络，请接着填'),
  next: '填的内容先存在这台手机上，联网后自己会存到网上。',
  canRetry: true,
  offline: true,
}

export function saveText(state: SaveState): SaveText {
  switch (state.kind) {
    case 'saved':
      return {
        ...calm('已保存', state.held > 0 ? `另有 ${state.held} 项填写有误，暂存在手机上` : ''),
        at: state.at.slice(11, 16),
      }
    case 'changed':
      return calm('稍后保存')
    case 'saving':
      return calm('正在保存')
    case 'conflict':
      return {
        ...calm('暂停保存', '有两份不同的内容，请选一份'),
        tone: 'warn',
      }
    case 'failed':
      return state.onPhone && didNotConnect(state.failure)
        ? OFFLINE
        : { ...notSaved(state.failure, state.onPhone), tone: 'warn', requestId: state.failure.requestId }
  }
}

/** @param onPhone the phone has it: nothing else may promise that */
function notSaved(failure: Failure, onPhone: boolean): SaveText {
  const short = '没有保存'
  if (isGone(failure)) {
    return { ...calm(short, '这里不能再修改，要留的内容请先抄下来或截图'), next: sentenceOf(failure) }
  }
  // While a submit is open nothing is saved; when it was not done after all, the next change is.
  const ways = { canRetry: !saysConfirming(failure), canLogIn: needsLogin(failure) }
  if (onPhone) return { ...calm(short, '未能保存，内容保留在手机上'), ...ways, next: sentenceOf(failure) }
  // The way out of the failure may lead off the page: what is only on the screen comes first.
  const next = `${causeOf(failure)}。请先截图留底，${ways.canLogIn ? '再点“重新登录”' : ways.canRetry ? '再点“再试一次”' : '稍后再看'}。`
  return { ...calm(short, '未能保存，手机上也没有存下，请先不要离开这一页'), ...ways, next }
}
