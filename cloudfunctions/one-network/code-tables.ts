import { type CaseCategory, type CaseStage, type Turn } from '../../miniprogram/shared/domain/case'
import { type MaterialKind, type Necessity } from '../../miniprogram/shared/domain/matter'
import { type SupplementKind } from '../../miniprogram/shared/domain/supplement'
import { type MessageKind } from '../../miniprogram/shared/domain/message'

/** The provider's codes (contract chapter 4 and the schemas of openapi.yaml). New ones may appear at any time. */
type CodeTable<T> = Readonly<Record<string, T>>

/** The value of a code, or undefined when the table does not know it. Safe for any text, also `constructor`. */
export const lookUp = <T>(table: CodeTable<T>, code: string | undefined): T | undefined =>
  code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined

export type CategoryCode = '1' | '2' | '3' | '4'

/** The four lists of cases → the code to ask for each (contract #19). */
export const CATEGORY_CODE: Readonly<Record<CaseCategory, CategoryCode>> = {
  supplement: '1',
  processing: '2',
  finished: '3',
  promise: '4',
}

/** What a status of a case means. */
interface StatusFacts {
  /** For an answer that leaves the name out. */
  readonly name: string
  /** Whose turn it is (README chapter 4 and 8). */
  readonly turn: Turn
  /** How far the office is; 28 待补正 does not say it. */
  readonly stage?: CaseStage
  /** What a message about it says. Submitted (12) is no news: the receipt said it. */
  readonly news: MessageKind
}

export const CASE_STATUS: CodeTable<StatusFacts> = {
  12: { name: '已提交', turn: 'office', stage: 'received', news: 'submitted' },
  16: { name: '预审通过', turn: 'office', stage: 'received', news: 'preReviewed' },
  24: { name: '待收件', turn: 'office', stage: 'received', news: 'awaitingReceipt' },
  26: { name: '已收件待受理', turn: 'office', stage: 'received', news: 'received' },
  28: { name: '待补正', turn: 'applicant', news: 'supplementRequired' },
  30: { name: '已受理', turn: 'office', stage: 'accepted', news: 'accepted' },
  32: { name: '审查中', turn: 'office', stage: 'accepted', news: 'reviewing' },
  40: { name: '不予许可', turn: 'nobody', stage: 'refused', news: 'rejected' },
  50: { name: '准予许可', turn: 'office', stage: 'decided', news: 'approved' },
  60: { name: '证照已制作', turn: 'office', stage: 'decided', news: 'certificateIssued' },
  90: { name: '已办结', turn: 'nobody', stage: 'decided', news: 'completed' },
  97: { name: '不予受理', turn: 'nobody', stage: 'notAccepted', news: 'notAccepted' },
  98: { name: '已撤回', turn: 'nobody', stage: 'ended', news: 'withdrawn' },
  99: { name: '已终止', turn: 'nobody', stage: 'ended', news: 'terminated' },
}

export const SUPPLEMENT_KIND: CodeTable<SupplementKind> = { 1: 'supplement', 2: 'promise' }

export const NODE_STATE: CodeTable<'pending' | 'current' | 'done'> = { 0: 'pending', 1: 'current', 2: 'done' }

export const MATERIAL_KIND: CodeTable<MaterialKind> = { 1: 'form', 2: 'attachment' }

export const NECESSITY: CodeTable<Necessity> = { 1: 'required', 2: 'optional', 3: 'tolerated' }

export const DOCUMENT_FORM: CodeTable<string> = { 1: '原件', 2: '复印件', 3: '原件和复印件', 4: '电子文件' }

export const MATERIAL_SOURCE: CodeTable<string> = { 1: '申请人自备', 2: '政府部门核发', 3: '中介或第三方' }

export const ITEM_TYPE: CodeTable<string> = { 1: '行政许可', 2: '行政确认', 3: '其他行政权力' }

export const TIME_UNIT: CodeTable<string> = { 1: '个工作日', 2: '日', 3: '个月' }

/**
 * Event type of a push (callback.yaml) → what it is about, and the statuses right after it: none when it changes nothing; a
 * supplement leads to 26 or 32 (README chapter 8).
 */
export const EVENT: CodeTable<{ readonly kind: MessageKind; readonly statuses: readonly string[] }> = {
  ACCEPTED: { kind: 'accepted', statuses: ['30'] },
  SUPPLEMENT_REQUIRED: { kind: 'supplementRequired', statuses: ['28'] },
  SUPPLEMENT_RECEIVED: { kind: 'supplementReceived', statuses: ['26', '32'] },
  REVIEWED: { kind: 'reviewed', statuses: ['32'] },
  APPROVED: { kind: 'approved', statuses: ['50'] },
  REJECTED: { kind: 'rejected', statuses: ['40'] },
  NOT_ACCEPTED: { kind: 'notAccepted', statuses: ['97'] },
  CERTIFICATE_ISSUED: { kind: 'certificateIssued', statuses: ['60'] },
  COMPLETED: { kind: 'completed', statuses: ['90'] },
  PROMISE_SUPPLEMENT_DUE: { kind: 'promiseDue', statuses: [] },
  WITHDRAWN: { kind: 'withdrawn', statuses: ['98'] },
}
