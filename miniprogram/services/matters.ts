import type { Output } from '../shared/contract/actions'
import type { Material } from '../shared/domain/matter'
import { call } from './call'

export type MatterList = Output<'matter.list'>
export type MatterPage = Output<'matter.open'>

/** All matters of the office, for any identity. */
export const listMatters = (): Promise<MatterList> => call('matter.list', {})

/** Guide, materials, situations and my open drafts of one matter, in one call. */
export const openMatter = (matterId: string): Promise<MatterPage> => call('matter.open', { matterId })

/** The materials that my situation needs. */
export async function readChecklist(matterId: string, optionIds: readonly string[]): Promise<readonly Material[]> {
  const { materials } = await call('matter.checklist', { matterId, optionIds })
  return materials
}
