import { type BlankFormKind } from '../../../miniprogram/shared/domain/matter'
import { type CallBudget } from '../../kernel/context'
import { oneNetwork } from '../client'
import { type ReceivedFile } from '../file-transport'

const KIND: Readonly<Record<BlankFormKind, '1' | '2'>> = { blank: '1', sample: '2' }

/** 单个文件 10 MiB (contract chapter 11). */
const MOST_BYTES = 10 * 1024 * 1024

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
  const target = { path, maxBytes: MOST_BYTES }
  return oneNetwork().download('downloadBlankForm', { materialId, kind: KIND[kind] }, target, budget)
}
