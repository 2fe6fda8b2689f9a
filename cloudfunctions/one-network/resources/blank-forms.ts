import { type BlankFormKind } from '../../../miniprogram/shared/domain/matter'
import { type CallBudget } from '../../kernel/context'
import { oneNetwork } from '../client'
import { type ReceivedFile } from '../file-transport'
import { LARGEST_FILE } from '../limits'

const KIND: Readonly<Record<BlankFormKind, '1' | '2'>> = { blank: '1', sample: '2' }

/**
 * Downloads the blank form or the sample of a material to a local path (#2). NOT_FOUND when there is none.
 * @param path on the function's own disk; the caller deletes it
 */
export function downloadBlankForm(
  materialId: string,
  kind: BlankFormKind,
  path: string,
  budget: CallBudget,
): Promise<ReceivedFile> {
  const target = { path, maxBytes: LARGEST_FILE }
  return oneNetwork().download('downloadBlankForm', { materialId, kind: KIND[kind] }, target, budget)
}
