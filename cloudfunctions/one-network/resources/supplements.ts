import { must, roundsOf } from '../answers'
import { classifyUnreadable } from '../classify'
import { type LocalFile } from '../file-transport'
import { type HeldFile, toHeldFile } from '../mappers/declarations'
import {
  type RequiredRound,
  type SupplementedRound,
  type TakenSupplement,
  toRequiredRound,
  toSupplementedRound,
  toTakenSupplement,
} from '../mappers/supplements'
import { flag, text } from '../read'
import { type FilledForm, toFormInput } from './declarations'
import { type UserSession } from '../user-session'

export interface Requirements {
  readonly matterId: string
  readonly rounds: readonly RequiredRound[]
}

/** What a case still waits for (#22). NOT_FOUND when it does not exist or is not the user's. */
export async function readRequirements(user: UserSession, caseNo: string): Promise<Requirements> {
  const data = await user.call('getSupplementRequirements', { caseNo })
  const rounds = roundsOf(data).map((round) => must(toRequiredRound(round), 'round'))
  return { matterId: text(data?.itemId) ?? '', rounds }
}

/** Every round with its files, oldest first (#26). */
export async function listSupplemented(user: UserSession, caseNo: string): Promise<readonly SupplementedRound[]> {
  const data = await user.call('listSupplementMaterials', { caseNo })
  return roundsOf(data).flatMap((round) => toSupplementedRound(round, user.signMethod) ?? [])
}

export interface RoundPlace {
  readonly caseNo: string
  readonly round: number
}

/** Streams one file of a round to the provider (#23). The same bytes at the same place give the same attachId. */
export async function uploadSupplementFile(
  user: UserSession,
  place: RoundPlace & { readonly materialId: string },
  file: LocalFile,
): Promise<HeldFile> {
  const data = await user.upload('uploadSupplementAttachment', place, file)
  return must(toHeldFile(data), 'attachId')
}

/** Deletes a file of a round that is not submitted (#24); deleting it again is harmless. */
export async function deleteSupplementFile(
  user: UserSession,
  place: RoundPlace & { readonly attachId: string },
): Promise<void> {
  const data = await user.call('deleteSupplementAttachment', place)
  if (!flag(data?.deletedFlag)) throw classifyUnreadable('deletedFlag missing')
}

export interface SupplementToSubmit extends RoundPlace {
  readonly requestNo: string
  readonly forms: readonly FilledForm[]
  readonly remark: string
}

/**
 * Submits a round, which nothing changes any more (#25). OUTCOME_UNKNOWN when no readable answer came: then ask with
 * `listSupplemented` before anything else.
 */
export async function submitSupplement(
  user: UserSession,
  { requestNo, caseNo, round, forms, remark }: SupplementToSubmit,
): Promise<TakenSupplement> {
  const body = {
    requestNo,
    caseNo,
    round,
    ...(forms.length > 0 ? { forms: forms.map(toFormInput) } : {}),
    ...(remark === '' ? {} : { remark }),
  }
  const data = await user.call('submitSupplement', body, { queryOpenOutcome: true })
  return must(toTakenSupplement(data), 'round')
}
