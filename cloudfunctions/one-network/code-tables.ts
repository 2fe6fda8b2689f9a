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

/** Case status → whose turn it is (README chapter 4 and 8). */
export const CASE_TURN: CodeTable<Turn> = {
  12: 'office',
  16: 'office',
  24: 'office',
  26: 'office',
  28: 'applicant',
  30: 'office',
  32: 'office',
  40: 'nobody',
  50: 'office',
  60: 'office',
  90: 'nobody',
  97: 'nobody',
  98: 'nobody',
  99: 'nobody',
}

/** Case status → how far the office is; 28 待补正 does not say it. */
export const CASE_STAGE: CodeTable<CaseStage> = {
  12: 'received',
  16: 'received',
  24: 'received',
  26: 'received',
  30: 'accepted',
  32: 'accepted',
  40: 'refused',
  50: 'decided',
  60: 'decided',
  90: 'decided',
  97: 'notAccepted',
  98: 'ended',
  99: 'ended',
}

/** The statuses' names, for an answer that leaves the name out. */
export const CASE_STATUS_NAME: CodeTable<string> = {
  12: '已提交',
  16: '预审通过',
  24: '待收件',
  26: '已收件待受理',
  28: '待补正',
  30: '已受理',
  32: '审查中',
  40: '不予许可',
  50: '准予许可',
  60: '证照已制作',
  90: '已办结',
  97: '不予受理',
  98: '已撤回',
  99: '已终止',
}

export const SUPPLEMENT_KIND: CodeTable<SupplementKind> = { 1: 'supplement', 2: 'promise' }

export const NODE_STATE: CodeTable<'pending' | 'current' | 'done'> = { 0: 'pending', 1: 'current', 2: 'done' }

export const MATERIAL_KIND: CodeTable<MaterialKind> = { 1: 'form', 2: 'attachment' }

export const NECESSITY: CodeTable<Necessity> = { 1: 'required', 2: 'optional', 3: 'tolerated' }

export const DOCUMENT_FORM: CodeTable<string> = { 1: '原件', 2: '复印件', 3: '原件和复印件', 4: '电子文件' }

export const MATERIAL_SOURCE: CodeTable<string> = { 1: '申请人自备', 2: '政府部门核发', 3: '中介或第三方' }

export const ITEM_TYPE: CodeTable<string> = { 1: '行政许可', 2: '行政确认', 3: '其他行政权力' }

export const TIME_UNIT: CodeTable<string> = { 1: '个工作日', 2: '日', 3: '个月' }

/** Event type of a push (callback.yaml) → what it is about. */
export const EVENT_KIND: CodeTable<MessageKind> = {
  ACCEPTED: 'accepted',
  SUPPLEMENT_REQUIRED: 'supplementRequired',
  SUPPLEMENT_RECEIVED: 'supplementReceived',
  REVIEWED: 'reviewed',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  NOT_ACCEPTED: 'notAccepted',
  CERTIFICATE_ISSUED: 'certificateIssued',
  COMPLETED: 'completed',
  PROMISE_SUPPLEMENT_DUE: 'promiseDue',
  WITHDRAWN: 'withdrawn',
}

/** Event type → statuses right after it (callback.yaml; a supplement leads to 26 or 32, README chapter 8). */
export const EVENT_STATUSES: CodeTable<readonly string[]> = {
  ACCEPTED: ['30'],
  SUPPLEMENT_REQUIRED: ['28'],
  SUPPLEMENT_RECEIVED: ['26', '32'],
  REVIEWED: ['32'],
  APPROVED: ['50'],
  REJECTED: ['40'],
  NOT_ACCEPTED: ['97'],
  CERTIFICATE_ISSUED: ['60'],
  COMPLETED: ['90'],
  WITHDRAWN: ['98'],
}

/** Case status → what a message about it says. Submitted (12) is no news: the receipt said it. */
export const STATUS_KIND: CodeTable<MessageKind> = {
  12: 'submitted',
  16: 'preReviewed',
  24: 'awaitingReceipt',
  26: 'received',
  28: 'supplementRequired',
  30: 'accepted',
  32: 'reviewing',
  40: 'rejected',
  50: 'approved',
  60: 'certificateIssued',
  90: 'completed',
  97: 'notAccepted',
  98: 'withdrawn',
  99: 'terminated',
}
