import { keepPage, keptOf, keptPage, type KeptPage } from '../platform/kept-pages'
import type { Output } from '../shared/contract/actions'
import type { AccountView } from '../shared/domain/account'
import type { CaseBrief, CaseCategory } from '../shared/domain/case'
import { momentText } from '../shared/domain/time'
import { lastSeenAccount } from './seen-account'

/*
 * What this phone keeps of answers, for a time without a network: guides that were opened, of cases the number, status and
 * deadline, and drafts. Nobody's name, number or telephone is kept but in a draft, which WeChat encrypts like the rest.
 */

type Home = Output<'home.open'>
type CaseListPage = Output<'case.list'>
type MatterList = Output<'matter.list'>
type MatterPage = Output<'matter.open'>
type OpenedDeclaration = Output<'declaration.open'>

const nobodys = ({ active }: AccountView): AccountView => ({ active, identities: [] })

/** Days left would be those of an earlier day; the deadline itself stays true. */
const withoutPerson = ({
  applicantName: _name,
  situation: _situation,
  workingDaysLeft: _left,
  ...brief
}: CaseBrief): CaseBrief => brief

/** Another identity acts since. */
const isOthers = ({ active }: AccountView): boolean => {
  const seen = lastSeenAccount()
  return seen !== null && seen.active !== active
}

async function mine<T extends { readonly account: AccountView }>(
  name: 'home' | 'cases' | `draft.${string}`,
): Promise<KeptPage<T> | null> {
  const kept = await keptPage<T>(name)
  return kept !== null && !isOthers(kept.value.account) ? kept : null
}

export function keepHome(home: Home): void {
  const { account, turns, toRate } = home
  void keepPage('home', {
    ...home,
    account: nobodys(account),
    ...(turns?.ok
      ? { turns: { ...turns, value: { ...turns.value, cases: turns.value.cases.map(withoutPerson) } } }
      : {}),
    ...(toRate?.ok ? { toRate: { ...toRate, value: toRate.value.map(withoutPerson) } } : {}),
  })
}

export const keptHome = (): Promise<KeptPage<Home> | null> => mine('home')

/** Only the beginning of the list that was looked at last. */
export function keepCases(list: CaseListPage): void {
  const { account, page } = list
  if (page.pageNo !== 1) return
  void keepPage('cases', {
    ...list,
    account: nobodys(account),
    page: { ...page, rows: page.rows.map(withoutPerson), total: page.rows.length },
  })
}

/** @param category the list that is asked for; null = whichever there is */
export async function keptCases(category: CaseCategory | null): Promise<KeptPage<CaseListPage> | null> {
  const kept = await mine<CaseListPage>('cases')
  return kept && (category === null || kept.value.category === category) ? kept : null
}

export const keepMatters = (list: MatterList): void =>
  void keepPage('matters', { ...list, account: nobodys(list.account) })

export const keptMatters = (): Promise<KeptPage<MatterList> | null> => keptPage('matters')

export function keepMatter(page: MatterPage): void {
  void keepPage(`guide.${page.guide.matterId}`, { ...page, account: nobodys(page.account), drafts: [] })
}

export const keptMatter = (matterId: string): Promise<KeptPage<MatterPage> | null> => keptPage(`guide.${matterId}`)

/** A guide that can be read without a network. */
export interface KeptGuide {
  readonly matterId: string
  readonly title: string
  /** e.g. 今天 09:12 */
  readonly when: string
}

/** The guides that this phone has, the one read last first. */
export async function keptGuides(): Promise<readonly KeptGuide[]> {
  const guides = await Promise.all(
    keptOf('guide').map(async (matterId) => {
      const kept = await keptMatter(matterId)
      return (
        kept && { matterId, title: `${kept.value.guide.shortName}的办事指南`, when: momentText(kept.at, Date.now()) }
      )
    }),
  )
  return guides.filter((guide) => guide !== null)
}

/** A draft as the server has it: what is not saved yet is kept apart (platform/storage). */
export function keepDeclaration({ account, declaration }: OpenedDeclaration): void {
  if (declaration.state === 'draft') {
    void keepPage(`draft.${declaration.draftId}`, { account: nobodys(account), declaration })
  }
}

export const keptDeclaration = (draftId: string): Promise<KeptPage<OpenedDeclaration> | null> =>
  mine(`draft.${draftId}`)
