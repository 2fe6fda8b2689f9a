import { type Waiting } from '../../kernel/context'
import { must, roundsOf } from '../answers'
import { classifyUnreadable } from '../classify'
import { oneNetwork } from '../client'
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
import { type FilledForm } from './declarations'

export interface Requirements {
  readonly matterId: string
  readonly rounds: readonly RequiredRound[]
}

/** What a case still waits for (#22). NOT_FOUND when it does not exist or is not the user's. */
export async function readRequirements(caseNo: string, userToken: string, waiting: Waiting): Promise<Requirements> {
  const data = await oneNetwork().call('getSupplementRequirements', { caseNo }, waiting, { userToken })
  const rounds = roundsOf(data).map((round) => must(toRequiredRound(round), 'round'))
  return { matterId: text(data?.itemId) ?? '', rounds }
}

/** Every round with its files, oldest first (#26). */
export async function listSupplemented(
  caseNo: string,
  userToken: string,
  waiting: Waiting,
): Promise<readonly SupplementedRound[]> {
  const client = oneNetwork()
  const data = await client.call('listSupplementMaterials', { caseNo }, waiting, { userToken })
  return roundsOf(data).flatMap((round) => toSupplementedRound(round, client.signMethod) ?? [])
}

export interface RoundPlace {
  readonly caseNo: string
  readonly round: number
}

/** Streams one file of a round to the provider (#23). The same bytes at the same place give the same attachId. */
export async function uploadSupplementFile(
  place: RoundPlace & { readonly materialId: string },
  file: LocalFile,
  userToken: string,
  waiting: Waiting,
): Promise<HeldFile> {
  const data = await oneNetwork().upload('uploadSupplementAttachment', place, file, waiting, { userToken })
  return must(toHeldFile(data), 'attachId')
}

/** Deletes a file of a round that is not submitted (#24); deleting it again is harmless. */
export async function deleteSupplementFile(
  place: RoundPlace & { readonly attachId: string },
  userToken: string,
  waiting: Waiting,
): Promise<void> {
  const data = await oneNetwork().call('deleteSupplementAttachment', place, waiting, { userToken })
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
  { requestNo, caseNo, round, forms, remark }: SupplementToSubmit,
  userToken: string,
  waiting: Waiting,
): Promise<TakenSupplement> {
  const body = {
    requestNo,
    caseNo,
    round,
    ...(forms.length > 0
      ? {
          forms: forms.map(({ materialId, formVersion, formData }) => ({
            materialId,
            formVersion,
            formData: { ...formData },
          })),
        }
      : {}),
    ...(remark === '' ? {} : { remark }),
  }
  const data = await oneNetwork().call('submitSupplement', body, waiting, { userToken, queryOpenOutcome: true })
  return must(toTakenSupplement(data), 'round')
}
