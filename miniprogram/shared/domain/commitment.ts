import type { BeijingDate } from './time'

/**
 * 容缺受理: accepted without a secondary paper, the decision waits for it. 承诺审批 (Tianjin's 一制三化): decided at once, the
 * papers follow. Both concern single materials, and are promised for them.
 */
export type PromiseKind = 'tolerance' | 'promiseApproval'

/** 告知承诺 besides: told the conditions, the applicant declares to meet them and need not prove it; checked afterwards. */
export type CommitmentKind = PromiseKind | 'noticeCommitment'

export const COMMITMENT_LABEL = {
  tolerance: '容缺受理',
  noticeCommitment: '告知承诺',
  promiseApproval: '承诺审批',
} as const satisfies Readonly<Record<CommitmentKind, string>>

/** Working days, and from which day they count. */
export interface PromiseTerm {
  readonly days: number
  readonly from: 'acceptance' | 'promise'
}

interface LaterMaterials {
  readonly kind: PromiseKind
  /** Working days: after acceptance for 容缺, after the promise for 承诺审批. */
  readonly days: number
  readonly materials: readonly { readonly materialId: string; readonly name: string }[]
}

interface NoticeCommitment {
  readonly kind: 'noticeCommitment'
  /** Calendar days after the licence. */
  readonly days: number
  /** What need not be handed in with the declaration, in the office's words. */
  readonly relief: string
}

/** One of the three that a matter has. */
export type Commitment = LaterMaterials | NoticeCommitment

/** What happens to who does not keep it. */
export const NOT_KEPT: Readonly<Record<CommitmentKind, string>> = {
  tolerance: '逾期没有补交的，窗口可能退回申请，或者不予许可',
  noticeCommitment: '承诺不实，或者到期核查不符合条件的，撤销许可并记入信用记录',
  promiseApproval: '逾期没有补齐的，撤销已作出的决定并记入信用记录',
}

/** The same where nobody says any more by which way it was promised. */
export const NOT_KEPT_EITHER_WAY = '到期没有补交的，窗口可能退回申请、不予许可，或者撤销已作出的决定'

/** What it means and what happens when it is not kept, in one plain sentence. */
export function commitmentText(commitment: Commitment): string {
  const { kind, days } = commitment
  if (kind === 'noticeCommitment') {
    return `办理情形里可以选择。签承诺书保证符合条件，${commitment.relief}，取得许可证后 ${days} 日内备齐待查。${NOT_KEPT[kind]}。`
  }
  const names = commitment.materials.map(({ name }) => `《${name}》`).join('')
  return kind === 'tolerance'
    ? `暂时缺少${names}的，签承诺书后可以先受理，受理后 ${days} 个工作日内补交，补齐后窗口才作出决定。${NOT_KEPT[kind]}。`
    : `暂时缺少${names}的，签承诺书后窗口先作出决定，承诺之日起 ${days} 个工作日内补齐。${NOT_KEPT[kind]}。`
}

/** 受理后 18 个工作日内, 承诺之日起 60 个工作日内; '' = nobody says how long. */
export function termText(kind: PromiseKind, days: number | undefined): string {
  if (days === undefined) return kind === 'tolerance' ? '受理后按窗口通知的期限' : '按窗口通知的期限'
  return kind === 'tolerance' ? `受理后 ${days} 个工作日内` : `承诺之日起 ${days} 个工作日内`
}

/** When what was promised is due, as far as it is known. */
export interface Due {
  readonly kind: PromiseKind
  /** Working days. */
  readonly days?: number
  /** The last day: for 承诺审批 counted from the promise, for 容缺 as if the case were accepted today. */
  readonly dueBy?: BeijingDate
  /** The holidays until `dueBy` are not published yet; absent = they are. */
  readonly dueByIsEstimate?: true
}
