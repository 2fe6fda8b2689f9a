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
  history.replaceState(null, '', `#/${route}${formatQuery(shown)}`)
}
