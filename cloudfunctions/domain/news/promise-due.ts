import { type CaseStatus } from '../../../miniprogram/shared/domain/case'
import { keyOf } from '../../kernel/ids'
import { type RequiredRound } from '../../one-network/mappers/supplements'
import { type CaseWatchRow, notePromiseDeadline } from '../../stores/case-watches'
import { wasTold } from '../../stores/messages'
import { announce } from './tell'

/** PROMISE_SUPPLEMENT_DUE comes so long before the day (contract chapter 7.5). */
const BEFORE_MS = 7 * 86_400_000
const KIND = 'promiseDue'

/**
 * Tells that promised materials fall due, when the event that should have told it was lost: it changes no status. The
 * caller knows from #27 that some are outstanding. Resolves with whether it was told now.
 * @param readRounds #22, which knows the day; asked once for a case
 */
export async function tellPromiseDue(
  watch: CaseWatchRow,
  status: CaseStatus,
  readRounds: () => Promise<readonly RequiredRound[]>,
): Promise<boolean> {
  const deadline = watch.promiseDeadline ?? (await askDeadline(watch, readRounds))
  const left = Date.parse(deadline) - Date.now()
  if (!(left > 0 && left <= BEFORE_MS)) return false
  const { openid, userId, caseNo, matterId, matterName, changes } = watch
  if (await wasTold(watch, caseNo, KIND)) return false
  await announce(watch, {
    messageId: keyOf(openid, userId, 'poll', caseNo, KIND),
    caseNo,
    matterId,
    matterName,
    kind: KIND,
    statusName: status.name,
    deadline,
    at: Date.now(),
    sequence: changes,
  })
  return true
}

async function askDeadline(watch: CaseWatchRow, readRounds: () => Promise<readonly RequiredRound[]>): Promise<string> {
  const rounds = await readRounds()
  const deadline = rounds.find(({ kind }) => kind === 'promise')?.deadline ?? ''
  await notePromiseDeadline(watch._id, deadline)
  return deadline
}
