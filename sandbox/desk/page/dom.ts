type Child = Node | string

/** An element with children; text is always text, never markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly Child[] | string = [],
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.append(...(typeof children === 'string' ? [children] : children))
  return element
}

export function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = el('button', label)
  element.type = 'button'
  element.addEventListener('click', onClick)
  return element
}

/** The page's element with this id; the page is broken without it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`#${id} is missing`)
  return element
}

/** Rows of a description list. */
export function facts(rows: readonly (readonly [label: string, value: string])[]): HTMLDListElement {
  return el(
    'dl',
    rows.flatMap(([label, value]) => [el('dt', label), el('dd', value === '' ? '—' : value)]),
  )
}
