import { type SupplementReceipt } from '../../../../miniprogram/shared/domain/supplement'
import { type CallBudget } from '../../../kernel/context'
import { type Claim } from '../../../ledger/claim'
import { type SupplementedRound } from '../../../one-network/mappers/supplements'
import { readProgress } from '../../../one-network/resources/cases'
import { listSupplemented } from '../../../one-network/resources/supplements'
import { type SupplementRow } from '../../../stores/supplements'
import { type ActiveIdentity } from '../../account/identity'
import { sessionOf } from '../../account/session'
import { sentContent } from './content'

/** A round on its way, under whose login, and how long that may take. */
export interface Answering {
  readonly row: SupplementRow
  readonly active: ActiveIdentity
  readonly budget: CallBudget
}

/** The round as the provider has it (#26). */
export async function readRound({ row, active, budget }: Answering): Promise<SupplementedRound | undefined> {
  const rounds = await listSupplemented(sessionOf(active.bindingId, budget), row.caseNo)
  return rounds.find(({ round }) => round === row.asked.round)
}

/** Reads the round (#26) and the case (#27) back and closes the row: only then it is called submitted. */
export async function closeRound(
  claim: Claim<SupplementRow>,
  active: ActiveIdentity,
  budget: CallBudget,
): Promise<void> {
  const receipt = await makeReceipt({ row: claim.row, active, budget })
  if (receipt) await claim.release({ state: 'submitted', receipt })
}

/** undefined while the provider does not show the round as submitted. */
async function makeReceipt(answering: Answering): Promise<SupplementReceipt | undefined> {
  const { row, active, budget } = answering
  const [round, progress] = await Promise.all([
    readRound(answering),
    readProgress(sessionOf(active.bindingId, budget), row.caseNo),
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
