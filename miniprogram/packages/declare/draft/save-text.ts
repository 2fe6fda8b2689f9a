import { sentenceOf } from '../../../services/service-error'
import type { SaveState } from './draft-saver'

/** What the page says about how safe the typed text is. */
export interface SaveText {
  readonly text: string
  readonly tone: 'calm' | 'warn'
  /** What to do now; '' = nothing. */
  readonly next: string
  readonly requestId: string
}

const calm = (text: string): SaveText => ({ text, tone: 'calm', next: '', requestId: '' })

export function saveText(state: SaveState): SaveText {
  switch (state.kind) {
    case 'saved':
      return calm(
        `已保存 ${state.at.slice(11, 16)}${state.held > 0 ? `，另有 ${state.held} 项填写有误，暂存在手机上` : ''}`,
      )
    case 'changed':
      return calm('有新内容，稍后自动保存')
    case 'saving':
      return calm('正在保存…')
    case 'conflict':
      return {
        text: '暂停保存：内容在别处也改过',
        tone: 'warn',
        next: '请到这一页最上面选择保留哪一份。',
        requestId: '',
      }
    case 'failed':
      return {
        text: state.onPhone ? '未能保存，内容保留在手机上' : '未能保存，手机上也没有存下，请先不要离开这一页',
        tone: 'warn',
        next: sentenceOf(state.failure),
        requestId: state.failure.requestId,
      }
  }
}
