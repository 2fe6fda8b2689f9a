type Child = Node | string
type Properties<Name extends keyof HTMLElementTagNameMap> = Partial<HTMLElementTagNameMap[Name]>

/** An element with children and properties; text is always text, never markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly Child[] | string = [],
  properties: Properties<Name> = {},
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...(typeof children === 'string' ? [children] : children))
  return element
}

/** A picture beside a word that says the same: desk.css names the drawing. */
export function icon(name: string): HTMLElement {
  const element = el('span', [], { className: `icon icon-${name}` })
  element.setAttribute('aria-hidden', 'true')
  return element
}

/** Read aloud, not seen. */
export const unseen = (text: string): HTMLElement => el('span', text, { className: 'unseen' })

export function button(label: readonly Child[] | string, onClick: () => void, className = 'button'): HTMLButtonElement {
  const element = el('button', label, { type: 'button', className })
  element.addEventListener('click', onClick)
  return element
}

/** The page's element with this id; the page is broken without it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`#${id} is missing`)
  return element
}

export type Fact = readonly [label: string, value: Child]

/** Rows of a description list. */
export function facts(rows: readonly Fact[]): HTMLDListElement {
  return el(
    'dl',
    rows.flatMap(([label, value]) => [el('dt', label), el('dd', [value === '' ? '—' : value])]),
    { className: 'facts' },
  )
}

/** A select with an arrow that has the colour of the words; desk.css draws it. */
export const framed = (select: HTMLSelectElement): HTMLElement => el('span', [select], { className: 'select' })

/** A label above its control. */
export const field = (label: string, control: HTMLElement): HTMLLabelElement =>
  el('label', [el('span', label), control], { className: 'field' })

const keyOf = (element: Element | null): string | undefined =>
  element instanceof HTMLElement ? element.dataset['key'] : undefined

/** Puts other children in the place of an element's; the one with the same `data-key` gets the keyboard's focus back. */
export function replaceKeepingFocus(container: HTMLElement, children: readonly HTMLElement[]): void {
  const key = container.contains(document.activeElement) ? keyOf(document.activeElement) : undefined
  container.replaceChildren(...children)
  if (key === undefined) return
  const again = Array.from(container.querySelectorAll<HTMLElement>('[data-key]')).find((one) => keyOf(one) === key)
  again?.focus({ preventScroll: true })
}

/** `replaceKeepingFocus` for a list that is asked for again and again: nothing happens while its rows stay the same. */
export function changingList<Row>(container: HTMLElement, toElement: (row: Row) => HTMLElement) {
  let before = ''
  return (rows: readonly Row[]): void => {
    const now = JSON.stringify(rows)
    if (now === before) return
    before = now
    replaceKeepingFocus(container, rows.map(toElement))
  }
}
