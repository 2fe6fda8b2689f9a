import type { OfficeCase } from '../../one-network/office'
import { el, facts } from './dom'

/** What an officer asks for: materials with a reason each, and a date. */
export interface Demand {
  readonly element: HTMLElement
  /** What the request to the desk's API carries beside the opinion. */
  read(): {
    readonly materialIds: readonly string[]
    readonly reasons: Record<string, string>
    readonly deadline?: number
  }
}

export function demandForm({ askable }: OfficeCase): Demand {
  const lines = askable.map(({ materialId, name, isForm }) => {
    const box = el('input')
    box.type = 'checkbox'
    box.value = materialId
    const reason = el('input')
    reason.maxLength = 1000
    reason.placeholder = '原因（空 = 用上面的意见）'
    reason.setAttribute('aria-label', `${name}的补正原因`)
    const choice = el('label', [box, isForm ? `${name}（电子表单）` : name])
    choice.className = 'choice'
    return { materialId, box, reason, row: el('li', [choice, reason]) }
  })
  const deadline = el('input')
  deadline.type = 'datetime-local'
  const legend = el('legend', '要补正的材料和原因（都不勾 = 第一项）')
  const list = el(
    'ul',
    lines.map(({ row }) => row),
  )
  list.className = 'demand'
  return {
    element: el('fieldset', [legend, list, el('label', ['截止时间（北京时间，空 = 不定期限）', deadline])]),
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

/** Every round: what was asked for and why, and what came. */
export function rounds(
  { supplements }: OfficeCase,
  download: (attachId: string, fileName: string, fileSize: number) => HTMLElement,
): readonly HTMLElement[] {
  return supplements.flatMap(({ title, issuedAt, deadline, submittedAt, remark, materials }) => [
    el('h4', title),
    facts([
      ['发出', issuedAt],
      ['截止', deadline === '' ? '未定' : deadline],
      ['申请人提交', submittedAt === '' ? '还没有提交' : submittedAt],
      ['申请人说明', remark],
    ]),
    ...materials.flatMap(({ name, reason, files, form }) => [
      el('p', `${name}：${reason}`),
      el(
        'ul',
        files.map(({ attachId, fileName, fileSize }) => download(attachId, fileName, fileSize)),
      ),
      ...(form === null
        ? []
        : form.sections.map((section) => facts(section.rows.map(({ label, value }) => [label, value] as const)))),
    ]),
  ])
}
