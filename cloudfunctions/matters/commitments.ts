import type { Commitment, PromiseKind, PromiseTerm } from '../../miniprogram/shared/domain/commitment'
import type { Material } from '../../miniprogram/shared/domain/matter'
import { matterById } from './index'
import { materialKeysOf, matterSlug, optionIdOf } from './ids'
import type { Evidence } from './schema'
import commitments from './shared/commitments.json'

/**
 * Which matters allow what (shared/commitments.json). Three things, which nobody may mix: 容缺受理 accepts a declaration
 * without a secondary paper and decides when it is there; 告知承诺 lets the applicant declare that the conditions are met
 * instead of proving them; Tianjin's 承诺审批 decides at once and wants the papers within a term from the promise. The office
 * says which holds where; the provider's own marks bound it.
 */
interface Decided {
  readonly allowed: boolean
  readonly evidence: Evidence
  readonly status: string
  readonly question: string
}

interface MatterCommitments {
  readonly matter: string
  /** `materials`: by key; `days` (working days) only where the office gives another term than that of all matters. */
  readonly tolerance: Decided & { readonly materials: readonly string[]; readonly days?: number }
  readonly noticeCommitment: Decided & {
    /** Answers of the situation guide that choose it. */
    readonly options: readonly { readonly situation: string; readonly option: string }[]
    /** What need not be handed in, as a citizen reads it. */
    readonly relief: string
  }
  /** `materials`: those that the published list names, by key. */
  readonly promiseApproval: Decided & { readonly materials: readonly string[] }
}

const rows: readonly MatterCommitments[] = commitments.matters as readonly MatterCommitments[]
const { terms } = commitments

const rowOf = (matterId: string): MatterCommitments | undefined => {
  const slug = matterSlug(matterId)
  return rows.find(({ matter }) => matter === slug)
}

/**
 * By which way this material may be brought later, as the office says; undefined = it may not. A matter without a row, and
 * a material that no list names, allow nothing.
 */
export function promiseKindOf(matterId: string, materialId: string): PromiseKind | undefined {
  const row = rowOf(matterId)
  const key = materialKeysOf(matterId)[materialId] ?? ''
  if (row?.promiseApproval.allowed && row.promiseApproval.materials.includes(key)) return 'promiseApproval'
  return row?.tolerance.allowed && row.tolerance.materials.includes(key) ? 'tolerance' : undefined
}

/**
 * Within how many working days a material is to be brought, and from when they count. The term of 承诺审批 is the same
 * everywhere; that of 容缺 is the provider's, else the office's, and ends before the decision is due by law.
 * @param providerDays working days after acceptance, as the provider says (contract, Material.promiseDays)
 */
export function promiseTermOf(kind: PromiseKind, matterId: string, providerDays?: number): PromiseTerm {
  if (kind === 'promiseApproval') return { days: terms.promiseApproval.value, from: 'promise' }
  const wanted = rowOf(matterId)?.tolerance.days ?? providerDays ?? terms.tolerance.value
  const limit = matterById(matterId)?.timeLimit
  // A filing has no limit that it could end before.
  const isLimited = limit?.unit === 'working_day' && limit.value > 0
  const last = isLimited ? limit.value - terms.tolerance.beforeDecision : wanted
  return { days: Math.max(1, Math.min(wanted, last)), from: 'acceptance' }
}

/** Options of the situation guide that choose 告知承诺 (provider ids). */
export function commitmentOptions(matterId: string): readonly string[] {
  const options = rowOf(matterId)?.noticeCommitment.options ?? []
  return options.flatMap(({ situation, option }) => optionIdOf(matterId, situation, option) ?? [])
}

export const allowsNoticeCommitment = (matterId: string): boolean => rowOf(matterId)?.noticeCommitment.allowed === true

/**
 * What of the three a matter has, for its guide.
 * @param materials what the provider lists, those that the office lets be brought later marked `promisable`
 */
export function commitmentsOf(matterId: string, materials: readonly Material[]): readonly Commitment[] {
  const later = materials.filter(({ promisable }) => promisable)
  const promised = (kind: PromiseKind): readonly Commitment[] => {
    const named = later.filter(({ materialId }) => promiseKindOf(matterId, materialId) === kind)
    const [first] = named
    if (first === undefined) return []
    const { days } = promiseTermOf(kind, matterId, first.promiseDays)
    return [{ kind, days, materials: named.map(({ materialId, name }) => ({ materialId, name })) }]
  }
  const row = rowOf(matterId)?.noticeCommitment
  const notice: Commitment[] = row?.allowed
    ? [{ kind: 'noticeCommitment', days: terms.noticeCommitment.value, relief: row.relief }]
    : []
  return [...promised('tolerance'), ...notice, ...promised('promiseApproval')]
}
