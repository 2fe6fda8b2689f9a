/** The parts of the phone's screen, as page/phone.html lays them out. */
function part(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The host's page has no #${id}`)
  return element
}

export const screenParts = {
  navigationBar: (): HTMLElement => part('navigation-bar'),
  pages: (): HTMLElement => part('pages'),
  tabBar: (): HTMLElement => part('tab-bar'),
}

/** The room that a page has, in CSS pixels. */
export function pageSize(): { width: number; height: number } {
  const { clientWidth, clientHeight } = screenParts.pages()
  return { width: clientWidth, height: clientHeight }
}
