import { button, el, icon } from './dom'

/** Numbers of people in one case: masked until the officer asks for them, masked again with the next case. */
export interface Secrets {
  /** A text that is shown masked; one without a number in it is just shown. */
  text(full: string, masked: string | undefined): Node
  /** Shows and masks all of them; hidden while there is none. */
  readonly toggle: HTMLButtonElement
}

export function createSecrets(): Secrets {
  const kept: { readonly node: HTMLElement; readonly full: string; readonly masked: string }[] = []
  let areShown = false
  const toggle = button('', () => change(!areShown), 'link')

  function change(show: boolean): void {
    areShown = show
    for (const { node, full, masked } of kept) node.replaceChildren(show ? full : masked)
    toggle.replaceChildren(icon(show ? 'browse-off' : 'browse'), show ? '遮住号码' : '看完整号码')
  }

  change(false)
  toggle.hidden = true
  return {
    text(full, masked) {
      if (masked === undefined || masked === full) return document.createTextNode(full)
      const node = el('span', masked)
      kept.push({ node, full, masked })
      toggle.hidden = false
      return node
    },
    toggle,
  }
}
