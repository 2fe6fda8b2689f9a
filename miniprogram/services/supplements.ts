import type { Output } from '../shared/contract/actions'
import type { FormPatch } from '../shared/domain/declaration'
import type { SupplementOutcome } from '../shared/domain/supplement'
import { call } from './call'

export type OpenedSupplement = Output<'supplement.open'>

/** What a case waits for, what was answered so far and before, in one call. */
export const openSupplement = (caseNo: string): Promise<OpenedSupplement> => call('supplement.open', { caseNo })

/** The forms of a round, with what was submitted in them. */
export const openSupplementForm = (supplementId: string): Promise<Output<'supplement.openForm'>> =>
  call('supplement.openForm', { supplementId })

/**
 * Saves the fields that changed since `baseVersion`.
 * @throws ServiceError CONFLICT when the correction was saved elsewhere in between
 */
export const saveSupplementForm = (
  supplementId: string,
  baseVersion: number,
  forms: readonly FormPatch[],
): Promise<Output<'supplement.saveForm'>> => call('supplement.saveForm', { supplementId, baseVersion, forms })

/** Deletes a file of the round that was uploaded elsewhere. */
export async function removeSupplementFile(supplementId: string, fileId: string): Promise<void> {
  await call('supplement.removeFile', { supplementId, fileId })
}

/** A short-lived address of a file of the case. */
export const previewSupplementFile = (caseNo: string, fileId: string): Promise<Output<'supplement.previewFile'>> =>
  call('supplement.previewFile', { caseNo, fileId })

/**
 * Submits a round as it was shown. Never repeat it after a failure without asking `checkSupplementOutcome` first: when the
 * `outcome` of the failure is unknown, the office may have it.
 */
export const submitSupplement = (supplementId: string, version: number, remark: string): Promise<SupplementOutcome> =>
  call('supplement.submit', { supplementId, version, remark })

/** What became of a submit whose answer was lost. */
export const checkSupplementOutcome = (supplementId: string): Promise<SupplementOutcome> =>
  call('supplement.outcome', { supplementId })
