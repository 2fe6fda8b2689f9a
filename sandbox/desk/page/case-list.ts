import type { OfficeCaseBrief } from '../../one-network/office'
import { arranged, countOf, matching, type Order, ORDERS, TURNS, type Wish } from './case-order'
import { dueWords, shortDay } from './dates'
import { button, byId, el, replaceKeepingFocus, unseen } from './dom'
import { statusTag } from './status-tag'

/** The last digits tell cases apart at a glance; the whole number is read aloud, searched for and shown with the case. */
const GLANCE = 4

function dateOf(brief: OfficeCaseBrief, order: Order): HTMLElement {
  const { movedAt, due, submitTime, overdue } = brief
  if (order === 'due') {
    return el('span', due === '' ? '没有期限' : dueWords(brief), { className: overdue ? 'date is-danger' : 'date' })
  }
  const [what, day] = order === 'newest' ? ['提交于', submitTime] : ['最近办理', movedAt]
  return el('span', [unseen(what), shortDay(day)], { className: 'date' })
}

/** The list of cases with its search, filters and order. */
export class CaseList {
  private rows: readonly OfficeCaseBrief[] = []
  private selected = ''
  private wish: Wish = { words: '', turn: 'office', itemId: '', order: 'idle' }
  private before = ''
  private readonly list = byId('cases')
  private readonly search = byId('search') as HTMLInputElement
  private readonly matter = byId('matter') as HTMLSelectElement

  constructor(private readonly open: (caseNo: string) => void) {
    const order = byId('order') as HTMLSelectElement
    for (const [value, label] of Object.entries(ORDERS)) order.add(new Option(label, value))
    byId('turns').append(...Object.keys(TURNS).map((turn) => this.turnChoice(turn as Wish['turn'])))
    this.search.addEventListener('input', () => this.want({ words: this.search.value.trim() }))
    this.matter.addEventListener('change', () => this.want({ itemId: this.matter.value }))
    // The select offers nothing but the orders.
    order.addEventListener('change', () => this.want({ order: order.value as Order }))
    this.search.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      this.parts()[0]?.focus()
    })
    this.list.addEventListener('keydown', (event) => this.onKey(event))
    // What the foot of the list promises holds before anything was chosen, too.
    document.addEventListener('keydown', (event) => {
      if (event.target === document.body && ['ArrowDown', 'ArrowUp', '/'].includes(event.key)) this.onKey(event)
    })
  }

  /** What there is now; `selected` is the number of the open case. */
  show(rows: readonly OfficeCaseBrief[], selected: string): void {
    this.rows = rows
    this.selected = selected
    this.render()
  }

  /** Marks the case that was chosen, before its own answer is there. */
  select(caseNo: string): void {
    this.show(this.rows, caseNo)
  }

  private want(change: Partial<Wish>): void {
    this.wish = { ...this.wish, ...change }
    this.render()
  }

  private turnChoice(turn: Wish['turn']): HTMLElement {
    const radio = el('input', [], { type: 'radio', name: 'turn', value: turn, checked: turn === this.wish.turn })
    radio.addEventListener('change', () => this.want({ turn }))
    const number = el('span', '', { className: 'count', id: `count-${turn}` })
    return el('label', [radio, el('span', [TURNS[turn], number], { className: 'seg-part' })])
  }

  private parts(): readonly HTMLButtonElement[] {
    return Array.from(this.list.querySelectorAll('button'))
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === '/') {
      event.preventDefault()
      this.search.focus()
      return
    }
    const parts = this.parts()
    const inside = parts.findIndex((part) => part === document.activeElement)
    const at = inside < 0 ? parts.findIndex(({ tabIndex }) => tabIndex === 0) - 1 : inside
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: parts.length - 1 }[event.key]
    const next = target === undefined ? undefined : parts[target]
    if (next === undefined) return
    event.preventDefault()
    for (const part of parts) part.tabIndex = part === next ? 0 : -1
    next.focus()
  }

  private row(brief: OfficeCaseBrief, isFirst: boolean): HTMLElement {
    const { caseNo, itemName, applicant } = brief
    const isOpen = caseNo === this.selected
    const glance = el('span', `…${caseNo.slice(-GLANCE)}`, { className: 'whole' })
    glance.setAttribute('aria-hidden', 'true')
    const who = el('span', [`${applicant} · `, glance, unseen(caseNo)], { className: 'grow' })
    const part = button(
      [
        el('span', [el('strong', itemName, { className: 'grow' }), statusTag(brief)], { className: 'line' }),
        el('span', [who, dateOf(brief, this.wish.order)], { className: 'line note' }),
      ],
      () => this.open(caseNo),
      'case',
    )
    part.dataset['key'] = caseNo
    part.tabIndex = isFirst ? 0 : -1
    if (isOpen) part.setAttribute('aria-current', 'true')
    return el('li', [part])
  }

  private render(): void {
    const left = matching(this.rows, this.wish)
    for (const turn of Object.keys(TURNS) as Wish['turn'][]) {
      byId(`count-${turn}`).replaceChildren(String(countOf(left, turn)))
    }
    this.showMatters()
    const shown = arranged(this.rows, this.wish)
    const now = JSON.stringify([this.selected, this.wish.order, shown])
    if (now !== this.before) {
      this.before = now
      const tabStop = shown.some(({ caseNo }) => caseNo === this.selected) ? this.selected : shown[0]?.caseNo
      replaceKeepingFocus(
        this.list,
        shown.map((brief) => this.row(brief, brief.caseNo === tabStop)),
      )
    }
    this.showFoot(shown.length, left.length)
  }

  /** Of the matters that there are cases of. */
  private showMatters(): void {
    const names = new Map(this.rows.map(({ itemId, itemName }) => [itemId, itemName]))
    if (this.matter.options.length === names.size + 1) return
    const sorted = [...names].sort(([, a], [, b]) => a.localeCompare(b, 'zh-CN'))
    this.matter.replaceChildren(new Option('全部事项', ''), ...sorted.map(([id, name]) => new Option(name, id)))
    this.matter.value = this.wish.itemId
  }

  private showFoot(shown: number, left: number): void {
    const where = this.wish.turn === 'any' ? '' : TURNS[this.wish.turn]
    byId('found').replaceChildren(
      shown > 0 ? `共 ${shown} 件${where}` : `没有${where === '' ? '找到' : `${where}的`}办件`,
    )
    byId('keys').hidden = shown === 0
    const more = byId('elsewhere')
    const others = left - shown
    const ways = shown > 0 ? [] : others > 0 ? [this.anyTurn(others)] : this.isNarrowed() ? [this.everything()] : []
    replaceKeepingFocus(more, ways)
  }

  private isNarrowed(): boolean {
    return this.wish.words !== '' || this.wish.itemId !== ''
  }

  private anyTurn(count: number): HTMLElement {
    return button(`看其余 ${count} 件`, () => this.choose({ turn: 'any' }))
  }

  private everything(): HTMLElement {
    return button('清空条件', () => this.choose({ words: '', itemId: '' }))
  }

  /** As if the officer had set it: the controls say it too. */
  private choose(change: Partial<Wish>): void {
    this.want(change)
    this.search.value = this.wish.words
    this.matter.value = this.wish.itemId
    const radio = byId('turns').querySelector<HTMLInputElement>(`input[value="${this.wish.turn}"]`)
    if (radio !== null) radio.checked = true
    this.parts()[0]?.focus()
  }
}
