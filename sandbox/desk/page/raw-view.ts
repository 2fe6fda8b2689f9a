import type { OfficeCase } from '../../one-network/office'
import type { Change } from './act-view'
import { pushEvent, setStatus } from './api'
import { button, el, field } from './dom'

/** For tests of the app: any status code, and an event (#28) of any type, also such as nobody knows. */
export function rawView({ brief }: OfficeCase, change: Change): HTMLElement {
  const code = el('input', [], { inputMode: 'numeric' })
  const name = el('input')
  const type = el('input')
  const summary = el('input')
  const setRaw = () => setStatus(brief.caseNo, { code: code.value, name: name.value })
  const push = () => pushEvent(brief.caseNo, { eventType: type.value, summary: summary.value })
  const now = el('p', `现在是 ${brief.caseStatus} ${brief.caseStatusName}`, { className: 'note' })
  return el('details', [
    el('summary', '测试：设定状态、推送事件'),
    now,
    el('div', [field('状态码', code), field('状态名称', name)], { className: 'pair' }),
    button('直接设定', () => change(setRaw, '已经设定状态')),
    el('div', [field('事件类型', type), field('摘要', summary)], { className: 'pair' }),
    button('推送事件', () => change(push, '已经推送事件')),
  ])
}
