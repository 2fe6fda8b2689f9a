import type { Output } from '../shared/contract/actions'
import type { SubjectType } from '../shared/domain/account'
import type { BlankFormKind, Material, MatterBrief } from '../shared/domain/matter'
import { call } from './call'
import { keepMatter, keepMatters } from './kept-answers'

export type MatterList = Output<'matter.list'>
export type MatterPage = Output<'matter.open'>

/** All matters of the office, for any identity. */
export async function listMatters(): Promise<MatterList> {
  const list = await call('matter.list', {})
  keepMatters(list)
  return list
}

/** What the provider finds for a keyword of 1 to 50 characters, its best first. */
export async function searchMatters(keyword: string, subjectType?: SubjectType): Promise<readonly MatterBrief[]> {
  const { matters } = await call('matter.search', { keyword, ...(subjectType ? { subjectType } : {}) })
  return matters
}

/** Other matters that fit the active identity than those that are shown, and the window's telephone. */
export const recommendMatters = (shown: readonly string[]): Promise<Output<'matter.recommend'>> =>
  call('matter.recommend', { shown })

/** A short-lived address of the blank form or the filled sample of a material. */
export const openBlankForm = (
  matterId: string,
  materialId: string,
  kind: BlankFormKind,
): Promise<Output<'matter.blankForm'>> => call('matter.blankForm', { matterId, materialId, kind })

/** Guide, materials, situations and my open drafts of one matter, in one call. */
export async function openMatter(matterId: string): Promise<MatterPage> {
  const page = await call('matter.open', { matterId })
  keepMatter(page)
  return page
}

/** The 一次性告知单 as a PDF behind a short-lived address; without `optionIds` for the matter as a whole. */
export const printNotice = (matterId: string, optionIds?: readonly string[]): Promise<Output<'matter.notice'>> =>
  call('matter.notice', { matterId, ...(optionIds ? { optionIds } : {}) })

/** The materials that my situation needs. */
export async function readChecklist(matterId: string, optionIds: readonly string[]): Promise<readonly Material[]> {
  const { materials } = await call('matter.checklist', { matterId, optionIds })
  return materials
}
