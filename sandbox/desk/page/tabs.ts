import { el } from './dom'

interface Tab {
  readonly id: string
  readonly label: string
  /** Stands behind the label where it is known. */
  readonly count?: number
  readonly content: readonly Node[]
}

export interface Tabs {
  readonly element: HTMLElement
  chosen(): string
  choose(id: string): void
  /** The same from somewhere else on the page: the keyboard goes with it. */
  goTo(id: string): void
  setCount(id: string, count: number): void
}

/** Tabs as the ARIA practices have them: arrows go from one to the next, Tab into what is shown. */
export function createTabs(name: string, list: readonly Tab[], first = list[0]?.id ?? ''): Tabs {
  const prefix = `${name}-tab-`
  const made = list.map(({ id, label, count, content }) => {
    const number = el('span', count === undefined ? '' : String(count), { className: 'count' })
    const tab = el('button', [label, number], { type: 'button', id: prefix + id, className: 'seg-part' })
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-controls', `${prefix}${id}-panel`)
    const panel = el('div', content, { id: `${prefix}${id}-panel`, className: 'panel', tabIndex: 0 })
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', tab.id)
    tab.addEventListener('click', () => choose(id))
    return { id, tab, panel, number }
  })
  let chosen = made.some(({ id }) => id === first) ? first : (list[0]?.id ?? '')

  function choose(wanted: string): void {
    chosen = wanted
    for (const { id, tab, panel } of made) {
      tab.setAttribute('aria-selected', String(id === wanted))
      tab.tabIndex = id === wanted ? 0 : -1
      panel.hidden = id !== wanted
    }
  }

  function goTo(wanted: string): void {
    choose(wanted)
    made.find(({ id }) => id === wanted)?.tab.focus()
  }

  const row = el(
    'div',
    made.map(({ tab }) => tab),
    { className: 'seg' },
  )
  row.setAttribute('role', 'tablist')
  row.setAttribute('aria-label', name)
  row.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = made.findIndex(({ id }) => id === chosen)
    const next = step === undefined ? undefined : made[(at + step + made.length) % made.length]
    if (next === undefined) return
    event.preventDefault()
    goTo(next.id)
  })
  choose(chosen)
  return {
    element: el('div', [row, ...made.map(({ panel }) => panel)], { className: 'tabs' }),
    chosen: () => chosen,
    choose,
    goTo,
    setCount: (wanted, count) => made.find(({ id }) => id === wanted)?.number.replaceChildren(String(count)),
  }
}
