import { toBeijingTime } from '../../../../miniprogram/shared/domain/time'
import { type Context } from '../../../kernel/context'
import { type Claim } from '../../../ledger/claim'
import { type SentFile, supplementLedger, type SupplementRow } from '../../../stores/supplements'
import { CONTENT, type SentContent } from './content'

/** The round for this submit alone, with what it will send written down; undefined when it is not as it was read any more. */
export function claimRound(
  row: SupplementRow,
  content: SentContent,
  sentFiles: readonly SentFile[],
  context: Context,
): Promise<Claim<SupplementRow> | undefined> {
  const sent = CONTENT.seal(row._id, content)
  const submittingSince = toBeijingTime(context.now())
  return supplementLedger.claim(
    row,
    { state: 'open', version: row.version },
    { state: 'confirming', phase: 'prepared', submittingSince, sent, sentFiles },
    { until: context.deadline },
  )
}
