import { FAULT_KINDS } from '../../one-network/faults'
import type { RequestLine } from '../../one-network/request-log'
import { clockTime } from './dates'
import { el } from './dom'
import { numberedName } from './functions'

/** The business code of an answer that is as it should be. */
const FINE = ['0', '']

/** One request to the provider, and how it was answered. */
export function requestRow({ at, functionNo, status, code, ms, fault }: RequestLine): HTMLElement {
  const answer = [status === 0 ? '无应答' : String(status), FINE.includes(code) ? '' : `码 ${code}`, `${ms} 毫秒`]
  const met = Object.entries(FAULT_KINDS).find(([kind]) => kind === fault)?.[1] ?? fault
  const words = answer.filter((text) => text !== '').join(' · ')
  return el(
    'li',
    [
      el('span', clockTime(at), { className: 'note time' }),
      el('span', numberedName(functionNo), { className: 'grow' }),
      el('span', [el('span', met, { className: 'is-danger' }), met === '' ? words : ` · ${words}`], {
        className: 'note',
      }),
    ],
    { className: 'row' },
  )
}
