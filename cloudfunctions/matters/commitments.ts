import { matterSlug, optionIdOf } from './ids'
import commitments from './shared/commitments.json'

/**
 * which matters allow what (shared/commitments.json): 容缺, to bring single materials later, and 告知承诺, to commit oneself to
 * the conditions instead of proving them. The office says so; the provider's own marks bound it.
 */
interface Commitment {
  readonly matter: string
  readonly tolerance: { readonly allowed: boolean }
  readonly noticeCommitment: {
    readonly allowed: boolean
    readonly scope: string
    /** Answers of the situation guide that choose it. */
    readonly options: readonly { readonly situation: string; readonly option: string }[]
  }
}

const rows: readonly Commitment[] = commitments

const rowOf = (matterId: string): Commitment | undefined => {
  const slug = matterSlug(matterId)
  return rows.find(({ matter }) => matter === slug)
}

/** May materials of this matter be promised for later? A matter without a row allows nothing. */
export const allowsTolerance = (matterId: string): boolean => rowOf(matterId)?.tolerance.allowed === true

/** Options of the situation guide that choose 告知承诺 (provider ids). */
export function commitmentOptions(matterId: string): readonly string[] {
  const options = rowOf(matterId)?.noticeCommitment.options ?? []
  return options.flatMap(({ situation, option }) => optionIdOf(matterId, situation, option) ?? [])
}

export const allowsNoticeCommitment = (matterId: string): boolean => rowOf(matterId)?.noticeCommitment.allowed === true
