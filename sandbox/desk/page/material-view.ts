import type { OfficeCase } from '../../one-network/office'
import { shortDay } from './dates'
import { button, el } from './dom'
import { fileList } from './file-view'

interface Line {
  readonly name: string
  readonly isForm: boolean
}

/** What the situation asks for, and what came beside it. */
export function materialLines({ askable, materials }: OfficeCase): readonly Line[] {
  const known = new Set(askable.map(({ materialId }) => materialId))
  const more = materials.filter(({ materialId }) => !known.has(materialId))
  return [...askable, ...more.map(({ name }) => ({ name, isForm: false }))]
}

function row(name: string, right: readonly (Node | string)[], className = ''): HTMLElement {
  return el('li', [el('span', name, { className: 'grow' }), ...right], { className: `row ${className}` })
}

/** Every material of a case: those with files as cards, what has none as lines below. */
export function materialView(found: OfficeCase, showForms: () => void): readonly HTMLElement[] {
  const { materials, promised, forms, brief } = found
  const sent = materials.filter(({ files }) => files.length > 0)
  const cards = sent.map(({ name, files }) => {
    const head = el(
      'div',
      [el('h3', name, { className: 'grow' }), el('span', `${files.length} 个`, { className: 'tag' })],
      {
        className: 'line',
      },
    )
    return el('article', [head, fileList(files)], { className: 'card' })
  })
  const withFiles = new Set(sent.map(({ name }) => name))
  const rest = materialLines(found).filter(({ name }) => !withFiles.has(name))
  const until = brief.promiseDeadline === null ? '' : `，${shortDay(brief.promiseDeadline)}前`
  const lines = rest.map(({ name, isForm }) => {
    if (promised.includes(name)) return row(name, [el('span', `承诺后补${until}`, { className: 'note is-turn' })])
    const form = forms.find(({ title }) => title === name)
    if (!isForm) return row(name, [el('span', '没有文件', { className: 'note' })])
    const count = (form?.sections ?? []).reduce((sum, section) => sum + section.rows.length, 0)
    if (count === 0) return row(name, [el('span', '电子表单，没有填写', { className: 'note' })])
    return row(name, [el('span', `电子表单，${count} 项`, { className: 'note' }), button('看内容', showForms, 'link')])
  })
  const parts = [el('div', cards, { className: 'cards' }), el('ul', lines, { className: 'card rows' })]
  return parts.filter((part) => part.childElementCount > 0)
}
