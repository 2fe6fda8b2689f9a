import type { OfficeCase } from '../../one-network/office'
import { shortTime } from './dates'
import { el, facts } from './dom'
import { fileList } from './file-view'
import { sectionCards } from './form-view'
import type { Secrets } from './secrets'

const timeOr = (text: string, otherwise: string): string => (text === '' ? otherwise : shortTime(text))

/** Every round, the newest first: what was asked for and why, and what came. */
export function supplementView({ supplements }: OfficeCase, secrets: Secrets): readonly HTMLElement[] {
  if (supplements.length === 0) return [el('p', '还没有要求过补正。', { className: 'note' })]
  return [...supplements].reverse().map(({ title, issuedAt, deadline, submittedAt, remark, materials }) => {
    const answers = materials.flatMap(({ name, reason, files, form }) => [
      el('h4', name),
      el('p', reason, { className: 'quote' }),
      ...(files.length === 0 ? [] : [fileList(files)]),
      ...(form === null ? [] : [el('div', sectionCards(form.sections, secrets), { className: 'cards' })]),
    ])
    const times = facts([
      ['发出', shortTime(issuedAt)],
      ['截止', timeOr(deadline, '没有定')],
      ['申请人提交', timeOr(submittedAt, '还没有提交')],
      ['申请人说明', remark],
    ])
    return el('article', [el('h3', title), times, ...answers], { className: 'card' })
  })
}
