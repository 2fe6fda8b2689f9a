/** WeChat's limit of pages above each other. */
const MAX_PAGES = 10

export const FIRST_PAGE = 'cannot navigate back at first page.'

/** The pages of a program, by route (`pages/home/home`). */
export interface PageTable {
  has(route: string): boolean
  isTab(route: string): boolean
}

export type Visit = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** Throws WeChat's words when the page cannot be opened this way. @param depth pages on the stack */
export function checkVisit(verb: Visit, route: string, pages: PageTable, depth: number): void {
  if (!pages.has(route)) throw new Error(`page "${route}" is not found`)
  if (verb === 'switchTab') {
    if (!pages.isTab(route)) throw new Error('can not switch to no-tabBar page')
    return
  }
  if (verb === 'reLaunch') return
  if (pages.isTab(route)) throw new Error(`can not ${verb} a tabbar page`)
  if (verb === 'navigateTo' && depth >= MAX_PAGES) throw new Error('webview count limit exceed')
}
