import type { Output } from '../shared/contract/actions'
import type { FormPatch, SubmitOutcome } from '../shared/domain/declaration'
import { forgetUploads } from '../platform/kept-uploads'
import { dropPage } from '../platform/kept-pages'
import { dropDraftCopy } from '../platform/storage'
import { call } from './call'
import { keepDeclaration } from './kept-answers'

export type OpenedDeclaration = Output<'declaration.open'>
export type Review = Output<'declaration.review'>
export type PrintedForms = Output<'declaration.print'>

/** Opens a draft, or finds the open one. Mint `startKey` once per intention: a repeated tap then finds the same draft. */
export const startDeclaration = (
  matterId: string,
  optionIds: readonly string[],
  startKey: string,
): Promise<{ draftId: string }> => call('declaration.start', { matterId, optionIds, startKey })

/** Forms, answers, materials and attachments of a draft, in one call. */
export async function openDeclaration(draftId: string): Promise<OpenedDeclaration> {
  const opened = await call('declaration.open', { draftId })
  keepDeclaration(opened)
  return opened
}

/**
 * The draft with what can be offered now: asks again the sources that did not answer when it was opened.
 * @throws ServiceError UPSTREAM_UNAVAILABLE when they still do not
 */
export const readOffers = (draftId: string): Promise<OpenedDeclaration> => call('declaration.offers', { draftId })

/**
 * Saves the fields that changed since `baseVersion`.
 * @throws ServiceError CONFLICT when the draft was saved elsewhere in between
 */
export const saveDeclaration = (
  draftId: string,
  baseVersion: number,
  forms: readonly FormPatch[],
): Promise<Output<'declaration.save'>> => call('declaration.save', { draftId, baseVersion, forms })

/** What changing the situation of a draft would lead to; changes nothing. */
export const previewSituation = (
  draftId: string,
  optionIds: readonly string[],
): Promise<Output<'declaration.previewSituation'>> => call('declaration.previewSituation', { draftId, optionIds })

/**
 * Changes the situation of a draft. Repeating it is harmless.
 * @throws ServiceError CONFLICT when the draft was changed since `version`, or another draft has that situation
 */
export const changeSituation = (
  draftId: string,
  version: number,
  optionIds: readonly string[],
): Promise<Output<'declaration.changeSituation'>> =>
  call('declaration.changeSituation', { draftId, version, optionIds })

/**
 * 承诺后补: exactly these materials are brought later. Repeating it is harmless.
 * @throws ServiceError FORBIDDEN when the applicant may not promise, CONFLICT when the draft was changed since `version`
 */
export const promiseMaterials = (
  draftId: string,
  version: number,
  materialIds: readonly string[],
): Promise<Output<'declaration.promise'>> => call('declaration.promise', { draftId, version, materialIds })

/** The filled declaration as the office would read it, with the server's verdict. */
export const reviewDeclaration = (draftId: string): Promise<Review> => call('declaration.review', { draftId })

/**
 * Submits the draft as it was reviewed. Never repeat it after a failure without asking `checkOutcome` first: when the
 * `outcome` of the failure is unknown, the case may exist.
 */
export const submitDeclaration = (draftId: string, version: number): Promise<SubmitOutcome> =>
  call('declaration.submit', { draftId, version })

/** What became of a submit whose answer was lost. */
export const checkOutcome = (draftId: string): Promise<Output<'declaration.outcome'>> =>
  call('declaration.outcome', { draftId })

/**
 * The forms as one PDF, at a short-lived address.
 * @throws ServiceError CONFLICT when the draft was saved elsewhere in between
 */
export const printDeclaration = (draftId: string, version: number): Promise<PrintedForms> =>
  call('declaration.print', { draftId, version })

/** Throws a draft away, with what this phone keeps of it. */
export async function discardDeclaration(draftId: string): Promise<void> {
  await call('declaration.discard', { draftId })
  await Promise.all([forgetUploads(draftId), dropDraftCopy(draftId), dropPage(`draft.${draftId}`)])
}
