import type { PushLine } from '../desk-api'
import { clockTime } from './dates'
import { el } from './dom'

const STATE: Readonly<Record<PushLine['state'], readonly [words: string, kind: string]>> = {
  waiting: ['待投递', 'is-primary'],
  delivered: ['已送达', 'is-done'],
  'given-up': ['已放弃', 'is-danger'],
}

/** One approval event with how its deliveries went. */
export function pushRow({ caseNo, eventType, state, attempts, lastAnswer, dueAt }: PushLine): HTMLElement {
  const [words, kind] = STATE[state]
  const parts = [
    `投递 ${attempts} 次`,
    lastAnswer === '' ? '' : `上次 ${lastAnswer}`,
    state === 'waiting' ? `下次 ${clockTime(dueAt)}` : '',
  ]
  const said = el(
    'span',
    [el('strong', eventType), el('small', caseNo), el('small', parts.filter(Boolean).join('，'))],
    {
      className: 'grow stack',
    },
  )
  return el('li', [said, el('span', words, { className: `tag ${kind}` })], { className: 'row' })
}
