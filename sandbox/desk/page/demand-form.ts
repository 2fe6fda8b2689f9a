import type { OfficeCase } from '../../one-network/office'
import { button, el, field } from './dom'

/** What an officer asks for: materials with a reason each, and a date. */
export interface Demand {
  readonly element: HTMLElement
  /** How many materials are ticked. */
  count(): number
  /** Why it cannot be asked for yet; '' = it can. @param opinion the reason where a material has none of its own */
  obstacle(opinion: string): string
  /** What the request to the desk's API carries beside the opinion. */
  read(): {
    readonly materialIds: readonly string[]
    readonly reasons: Record<string, string>
    readonly deadline?: number
  }
}

/** As many stand there at once; a fold that hides one alone would save nothing. */
const SHOWN = 5

function line({ materialId, name, isForm }: OfficeCase['askable'][number], onTick: () => void) {
  const box = el('input', [], { type: 'checkbox', name: materialId, value: materialId })
  const reason = el('input', [], {
    name: `${materialId}-reason`,
    maxLength: 1000,
    placeholder: '原因，不写就用上面的意见',
    hidden: true,
  })
  reason.setAttribute('aria-label', `${name}的补正原因`)
  const choice = el('label', [box, el('span', isForm ? `${name}（电子表单）` : name)], { className: 'choice' })
  const row = el('li', [choice, reason])
  box.addEventListener('change', () => {
    // Also one of the folded, when it was ticked before.
    if (box.checked) row.hidden = false
    reason.hidden = !box.checked
    onTick()
  })
  return { materialId, name, box, reason, row }
}

export function demandForm({ askable }: OfficeCase, onTick: () => void): Demand {
  const lines = askable.map((material) => line(material, onTick))
  const folded = lines.length > SHOWN + 1 ? lines.slice(SHOWN) : []
  for (const { row } of folded) row.hidden = true
  const more = button(
    `还有 ${folded.length} 项`,
    () => {
      for (const { row } of folded) row.hidden = false
      more.remove()
      folded[0]?.box.focus()
    },
    'link',
  )
  const deadline = el('input', [], { name: 'deadline', type: 'datetime-local' })
  const rows = el(
    'ul',
    lines.map(({ row }) => row),
    { className: 'demand' },
  )
  const legend = el('legend', '要补正的材料，勾上就能要求补正')
  const until = field('截止（北京时间，不填就没有期限）', deadline)
  return {
    element: el('fieldset', [legend, rows, ...(folded.length === 0 ? [] : [more]), until]),
    count: () => lines.filter(({ box }) => box.checked).length,
    obstacle(opinion) {
      if (deadline.validity.badInput) return '截止时间没有填完整：请填到分钟，或清空'
      if (deadline.value !== '' && Date.parse(`${deadline.value}:00+08:00`) < Date.now()) return '截止时间已经过去'
      const silent = lines.find(({ box, reason }) => box.checked && reason.value.trim() === '')
      if (silent === undefined || opinion.trim() !== '') return ''
      return `申请人要知道补什么：请写“${silent.name}”的原因，或写意见`
    },
    read() {
      const chosen = lines.filter(({ box }) => box.checked)
      const given = chosen.filter(({ reason }) => reason.value !== '')
      const at = deadline.value === '' ? NaN : Date.parse(`${deadline.value}:00+08:00`)
      return {
        materialIds: chosen.map(({ materialId }) => materialId),
        reasons: Object.fromEntries(given.map(({ materialId, reason }) => [materialId, reason.value])),
        ...(Number.isNaN(at) ? {} : { deadline: at }),
      }
    },
  }
}
