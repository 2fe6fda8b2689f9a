import { currentCitizen } from './citizen'
import { parsePageUrl, type PageAddress, formatQuery } from './url'

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
}

/** WeChat's scene "found in the list of used mini-programs". */
const SCENE = 1001

const LAUNCH_ONLY = ['sandbox', 'citizen']

/** The page that the address names (`#/pages/x/x?id=1`), else the first one. */
function startPage(pages: readonly string[]): PageAddress {
  const wanted = location.hash.startsWith('#/') ? parsePageUrl(location.hash.slice(1), '') : undefined
  return wanted && pages.includes(wanted.path) ? wanted : { path: pages[0] ?? '', query: {} }
}

/** How the program is launched: the start page, and in its query the gateway's address and the citizen. */
export function launchOptions(pages: readonly string[], gatewayUrl: string): LaunchOptions {
  const { path, query } = startPage(pages)
  return {
    path,
    query: { ...query, sandbox: gatewayUrl, citizen: currentCitizen() },
    scene: SCENE,
    referrerInfo: {},
  }
}

/** Keeps the shown page in the address, so that a reload comes back to it. */
export function rememberRoute(route: string, query: Record<string, string>): void {
  const shown = Object.fromEntries(Object.entries(query).filter(([name]) => !LAUNCH_ONLY.includes(name)))
  history.replaceState(history.state, '', `#/${route}${formatQuery(shown)}`)
}

/** Marks of the browser's two entries of history: Back leads from the upper one to the lower one, and is answered here. */
const LOWER = 'phone-lower'
const UPPER = 'phone-upper'

/** The browser's Back is the phone's: it calls `goBack`, and never leaves the program. */
export function followBack(goBack: () => void): void {
  // A reload keeps the mark.
  if (history.state !== UPPER) {
    history.replaceState(LOWER, '')
    history.pushState(UPPER, '')
  }
  window.addEventListener('popstate', ({ state }) => {
    // An address that somebody typed has no mark.
    if (state !== LOWER) return
    history.pushState(UPPER, '')
    goBack()
  })
}
