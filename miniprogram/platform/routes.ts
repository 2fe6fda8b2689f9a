import type { ConsentText } from '../shared/domain/consent'
import type { SubjectType } from '../shared/domain/account'
import type { CaseCategory } from '../shared/domain/case'

/** Every page and its parameters: the only place that knows addresses. All parameters travel as text. */
export interface Routes {
  home: NoParams
  /** `topic` shows the matters of that topic only. */
  matters: { topic?: string }
  cases: { category?: CaseCategory }
  account: NoParams
  bind: { subjectType?: SubjectType }
  inbox: NoParams
  credit: NoParams
  /** 怎样用: the first-time guide again. */
  intro: NoParams
  'my-data': NoParams
  policy: { text: ConsentText }
  /** `texts`: which, with commas between. */
  consent: { texts: string }
  guide: { matterId: string }
  /** With `draftId`: changes the situation of that draft, which has the options `chosen` (joined by commas). */
  situation: { matterId: string; draftId?: string; chosen?: string }
  /** The steps of a draft as a task list. */
  steps: { draftId: string }
  /**
   * `materialId` with `sectionId` or `fieldId` jumps to a form and a step or field of it. With `caseNo`: corrects the forms of a supplement of that
   * case, whose id is the `draftId`.
   */
  form: { draftId: string; materialId?: string; sectionId?: string; fieldId?: string; caseNo?: string }
  attachments: { draftId: string; materialId?: string }
  /** Rows of a table from a file. */
  import: { draftId: string; materialId: string; fieldId: string }
  /** Files of earlier cases, for one material. */
  earlier: { draftId: string; materialId: string }
  review: { draftId: string }
  receipt: { draftId: string }
  progress: { caseNo: string }
  /** 补正 and 承诺补证; `round` chooses one of several. */
  supplement: { caseNo: string; round?: string }
  rating: { caseNo: string }
  /** The zip of a case's materials. */
  archive: { caseNo: string }
  /** What the office issued in all cases. */
  documents: NoParams
}

type NoParams = Readonly<Record<string, never>>
export type RouteName = keyof Routes

const PATH: Readonly<Record<RouteName, string>> = {
  home: '/pages/home/home',
  matters: '/pages/matters/matters',
  cases: '/pages/cases/cases',
  account: '/pages/account/account',
  bind: '/packages/account/pages/bind/bind',
  inbox: '/packages/account/pages/inbox/inbox',
  credit: '/packages/account/pages/credit/credit',
  intro: '/packages/account/pages/intro/intro',
  'my-data': '/packages/account/pages/my-data/my-data',
  policy: '/packages/account/pages/policy/policy',
  consent: '/packages/account/pages/consent/consent',
  guide: '/packages/matter/pages/guide/guide',
  situation: '/packages/matter/pages/situation/situation',
  steps: '/packages/declare/pages/steps/steps',
  form: '/packages/declare/pages/form/form',
  attachments: '/packages/declare/pages/attachments/attachments',
  import: '/packages/declare/pages/import/import',
  earlier: '/packages/declare/pages/earlier/earlier',
  review: '/packages/declare/pages/review/review',
  receipt: '/packages/declare/pages/receipt/receipt',
  progress: '/packages/case/pages/progress/progress',
  supplement: '/packages/declare/pages/supplement/supplement',
  rating: '/packages/case/pages/rating/rating',
  archive: '/packages/case/pages/archive/archive',
  documents: '/packages/case/pages/documents/documents',
}

const TABS: ReadonlySet<RouteName> = new Set<RouteName>(['home', 'matters', 'cases', 'account'])

/** WeChat keeps at most 10 pages; a further navigateTo fails. */
const MAX_STACK = 10

/** WeChat's switchTab carries no query, so a tab's parameters wait here until its onShow takes them. */
const waiting = new Map<RouteName, Readonly<Record<string, string>>>()

/** Address of a page with its parameters encoded; absent parameters are left out. */
export function routeUrl<R extends RouteName>(route: R, params: Routes[R]): string {
  const pairs = Object.entries(definedParams(params)).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return pairs.length === 0 ? PATH[route] : `${PATH[route]}?${pairs.join('&')}`
}

/** Parameters of a page from its onLoad query. WeChat hands them over encoded, some hosts decoded: both are understood. */
export function readParams<R extends RouteName>(
  _route: R,
  query: Readonly<Record<string, string | undefined>>,
): Partial<Routes[R]> {
  const decoded: Record<string, string> = {}
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') decoded[key] = decode(value)
  }
  return decoded as Partial<Routes[R]>
}

/** Opens a page on top of the current one (a tab is switched to). */
export async function goTo<R extends RouteName>(route: R, params: Routes[R]): Promise<void> {
  if (TABS.has(route)) {
    waiting.set(route, definedParams(params))
    await wx.switchTab({ url: PATH[route] })
  } else if (getCurrentPages().length >= MAX_STACK) {
    await wx.redirectTo({ url: routeUrl(route, params) })
  } else {
    await wx.navigateTo({ url: routeUrl(route, params) })
  }
}

/** Replaces the current page, so that going back does not return to it. */
export async function replaceWith<R extends RouteName>(route: R, params: Routes[R]): Promise<void> {
  if (TABS.has(route)) await goTo(route, params)
  else await wx.redirectTo({ url: routeUrl(route, params) })
}

/** Is it home's own path, as WeChat names the page that it launches with? */
export const isHome = (path: string): boolean => `/${path}` === PATH.home

/** Is a tab in front? Then no other page is open: WeChat closes them all when it switches to a tab. */
export function isTabInFront(): boolean {
  const [front] = getCurrentPages().slice(-1)
  return front !== undefined && [...TABS].some((tab) => PATH[tab] === `/${front.route}`)
}

/** One page back, or to the home page when this one was opened directly. */
export async function goBack(): Promise<void> {
  if (getCurrentPages().length > 1) await wx.navigateBack({ delta: 1 })
  else await wx.switchTab({ url: PATH.home })
}

/** Back to the nearest page of this route below the current one; without one, it takes the current page's place. */
export async function backTo<R extends RouteName>(route: R, params: Routes[R]): Promise<void> {
  const below = getCurrentPages().slice(0, -1).reverse()
  const steps = below.findIndex((page) => `/${page.route}` === PATH[route])
  if (steps >= 0) await wx.navigateBack({ delta: steps + 1 })
  else await replaceWith(route, params)
}

/** Parameters that goTo left for a tab; each is handed out once. */
export function takeTabParams<R extends RouteName>(route: R): Partial<Routes[R]> {
  const params = waiting.get(route) ?? {}
  waiting.delete(route)
  return params as Partial<Routes[R]>
}

function definedParams(params: object): Record<string, string> {
  const defined: Record<string, string> = {}
  for (const [key, value] of Object.entries(params) as [string, string | undefined][]) {
    if (value !== undefined) defined[key] = value
  }
  return defined
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
