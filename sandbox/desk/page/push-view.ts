import type { PushLine } from '../desk-api'
import { el } from './dom'

const STATE: Readonly<Record<PushLine['state'], string>> = {
  waiting: '待投递',
  delivered: '已送达',
  'given-up': '已放弃',
}

/** One approval event with how its deliveries went. */
export function pushRow({ caseNo, eventType, state, attempts, lastAnswer, dueAt }: PushLine): HTMLElement {
  const next = new Date(dueAt).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
  const cells = [caseNo, eventType, STATE[state], String(attempts), lastAnswer, state === 'waiting' ? next : '—']
  return el(
    'tr',
    cells.map((text) => el('td', text)),
  )
}
