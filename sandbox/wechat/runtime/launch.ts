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

/** The address of the shown page. The entries of history below it keep older ones. */
let shownAddress = ''

/** Keeps the shown page in the address, so that a reload comes back to it. */
export function rememberRoute(route: string, query: Record<string, string>): void {
  const shown = Object.fromEntries(Object.entries(query).filter(([name]) => !LAUNCH_ONLY.includes(name)))
  shownAddress = `#/${route}${formatQuery(shown)}`
  history.replaceState(history.state, '', shownAddress)
}

/** Entries of history below the one that is shown: so many presses of Back may come before a busy page answers one. */
const ENTRIES_BELOW = 8

/** The place of an entry among the program's own, from 0; undefined for an address that somebody typed. */
function placeOf(state: unknown): number | undefined {
  const place = state !== null && typeof state === 'object' && 'place' in state ? state.place : undefined
  return typeof place === 'number' ? place : undefined
}

/** Puts back the entries that Back has left, so that the shown page is the uppermost again. */
function fillUp(place: number): void {
  for (let next = place + 1; next <= ENTRIES_BELOW; next += 1) history.pushState({ place: next }, '', shownAddress)
}

/** The browser's Back is the phone's: it calls `goBack`, and never leaves the program. */
export function followBack(goBack: () => void): void {
  // A reload keeps its place.
  const place = placeOf(history.state)
  if (place === undefined) {
    history.replaceState({ place: 0 }, '')
    fillUp(0)
  }
  window.addEventListener('popstate', ({ state }) => {
    const left = placeOf(state)
    if (left === undefined || left === ENTRIES_BELOW) return
    fillUp(left)
    goBack()
  })
}
