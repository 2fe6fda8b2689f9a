import { toBeijingTime } from '../../miniprogram/shared/domain/time'
import type { Verdict } from './verify'
import { hashOfSeal } from '../../cloudfunctions/domain/audit/signed'

/** What a verdict says to whoever asked. */
export function linesOf({ findings, notes, sealed, unsealed, lastSeal }: Verdict): readonly string[] {
  const [first] = unsealed
  const open = first
    ? `${unsealed.length} rows wait for their seal, the oldest from ${toBeijingTime(first.at)}: of those, the last ones of a writer could be missing unseen`
    : 'no row waits for its seal'
  const end = lastSeal
    ? `last seal ${lastSeal.number} of ${toBeijingTime(lastSeal.at)}, ${hashOfSeal(lastSeal)}: compare it with the log of scheduler`
    : 'no seal'
  return [
    ...findings.map((finding) => `FOUND ${finding}`),
    ...notes.map((note) => `note  ${note}`),
    `${sealed} rows sealed; ${open}`,
    end,
    findings.length === 0 ? 'the log is whole' : `${findings.length} findings: the log is not as it was written`,
  ]
}
