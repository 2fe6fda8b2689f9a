import { type SupplementOutcome, type SupplementReceipt } from '../../../../miniprogram/shared/domain/supplement'
import { type BeijingTime } from '../../../../miniprogram/shared/domain/time'
import { AppError } from '../../../kernel/errors'
import { describeError, log } from '../../../kernel/log'
import { type SupplementedRound } from '../../../one-network/mappers/supplements'
import { readProgress } from '../../../one-network/resources/cases'
import { listSupplemented } from '../../../one-network/resources/supplements'
import { withUserToken } from '../../account/session'
import { sentContent } from './content'
import { advanceAnswer, type HeldAnswer, outcomeOfAnswer, restAnswer } from './held'

/** The round as the provider has it (#26). */
export async function readRound({ row, active, waiting }: HeldAnswer): Promise<SupplementedRound | undefined> {
  const rounds = await withUserToken(active.bindingId, waiting, (token) => listSupplemented(row.caseNo, token, waiting))
  return rounds.find(({ round }) => round === row.asked.round)
}

/** The provider has the answer. It is called submitted only after the round (#26) and the case (#27) were read back. */
export async function confirmAnswer(held: HeldAnswer, submittedAt: BeijingTime): Promise<SupplementOutcome> {
  return readBackAnswer(await advanceAnswer(held, { taken: true, submittedAt }))
}

export async function readBackAnswer(held: HeldAnswer): Promise<SupplementOutcome> {
  let receipt: SupplementReceipt | undefined
  try {
    receipt = await makeReceipt(held)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log({
      requestId: held.waiting.requestId,
      event: 'supplement-read-back',
      code: error.code,
      error: describeError(error),
    })
  }
  if (!receipt) return outcomeOfAnswer((await restAnswer(held)).row)
  return outcomeOfAnswer((await advanceAnswer(held, { state: 'submitted', receipt, leaseUntil: 0 })).row)
}

/** undefined while the provider does not show the round as submitted. */
async function makeReceipt(held: HeldAnswer): Promise<SupplementReceipt | undefined> {
  const { row, active, waiting } = held
  const [round, progress] = await Promise.all([
    readRound(held),
    withUserToken(active.bindingId, waiting, (token) => readProgress(row.caseNo, token, waiting)),
  ])
  if (!round?.submitted) return undefined
  const arrived = new Set(round.materials.flatMap(({ files }) => files.map(({ attachId }) => attachId)))
  const missing = row.sentFiles.filter(({ attachId }) => !arrived.has(attachId)).map(({ fileName }) => fileName)
  const sent = sentContent(row).forms.map(({ materialId }) => materialId)
  const { promisedFinishDate } = progress
  return {
    caseNo: row.caseNo,
    round: row.asked.round,
    kind: row.asked.kind,
    matterName: progress.matterName,
    statusName: progress.status.name,
    submittedAt: round.submittedAt ?? (row.submittedAt || row.submittingSince),
    delivered: row.sentFiles.length - missing.length,
    total: row.sentFiles.length,
    missing,
    forms: row.asked.items.filter(({ materialId }) => sent.includes(materialId)).map(({ name }) => name),
    clockRuns: progress.pauses.every(({ endedAt }) => endedAt !== undefined),
    ...(promisedFinishDate === undefined ? {} : { promisedFinishDate }),
  }
}
