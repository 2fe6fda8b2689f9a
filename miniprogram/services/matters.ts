import type { Output } from '../shared/contract/actions'
import type { Material } from '../shared/domain/matter'
import { call } from './call'

export type MatterList = Output<'matter.list'>
export type MatterPage = Output<'matter.open'>

/** All matters of the office, for any identity. */
export const listMatters = (): Promise<MatterList> => call('matter.list', {})

/** Guide, materials, situations and my open drafts of one matter, in one call. */
export const openMatter = (matterId: string): Promise<MatterPage> => call('matter.open', { matterId })

/** The 一次性告知单 as a PDF behind a short-lived address; without `optionIds` for the matter as a whole. */
export const printNotice = (matterId: string, optionIds?: readonly string[]): Promise<Output<'matter.notice'>> =>
  call('matter.notice', { matterId, ...(optionIds ? { optionIds } : {}) })

/** The materials that my situation needs. */
export async function readChecklist(matterId: string, optionIds: readonly string[]): Promise<readonly Material[]> {
  const { materials } = await call('matter.checklist', { matterId, optionIds })
  return materials
}
