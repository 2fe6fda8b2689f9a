/**
 * The one set of error codes that a cloud function may answer and a page may show.
 * Each code carries the citizen's sentence (what happened) and the next step (what to do now).
 */
export const ERROR_CODES = [
  'NOT_BOUND',
  'BINDING_EXPIRED',
  'LOGIN_FAILED',
  'ACCOUNT_LOCKED',
  'FORBIDDEN',
  'INVALID_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'ALREADY_SUBMITTED',
  'STATE_CHANGED',
  'FILE_REFUSED',
  'RATE_LIMITED',
  'UPSTREAM_REJECTED',
  'UPSTREAM_UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'INTERNAL',
  /** Client only: the call did not reach the cloud. */
  'NETWORK',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Whose sentence says that something was sent, and is being followed up. */
export const BEING_CONFIRMED: ErrorCode = 'OUTCOME_UNKNOWN'

/** The code that says that no connection came about; whether something was done says `outcome`. */
export const NOT_CONNECTED: ErrorCode = 'NETWORK'

/** What the citizen reads: `title` says what happened, `next` what to do now. */
export interface ErrorText {
  readonly title: string
  readonly next: string
}

/**
 * Default sentences by code; the page adds what it knows to be kept. A reply may carry a more specific `message`, which
 * says what to do as well and stands for both parts. A call that never left the phone has no number.
 */
export const ERROR_TEXT: Readonly<Record<ErrorCode, ErrorText>> = {
  NOT_BOUND: { title: '还没有绑定一网通账号', next: '请先绑定账号，再办理业务。' },
  BINDING_EXPIRED: { title: '账号登录已过期', next: '请重新登录一网通账号。' },
  LOGIN_FAILED: { title: '账号或密码不正确', next: '请核对后再试。' },
  ACCOUNT_LOCKED: { title: '账号已被暂时锁定', next: '请在解锁时间之后再试。' },
  FORBIDDEN: { title: '当前身份不能办理这一步', next: '请在“我的”里切换身份后再试。' },
  INVALID_INPUT: { title: '有内容需要修改', next: '请按提示逐项修改。' },
  NOT_FOUND: { title: '没有找到这项内容', next: '它可能已被删除，请返回列表查看。' },
  CONFLICT: { title: '内容已在别处修改过', next: '请查看最新内容后再继续。' },
  ALREADY_SUBMITTED: { title: '这份内容已经提交过', next: '请到“办件”里查看进度，不需要再次提交。' },
  STATE_CHANGED: { title: '办件状态已经变化', next: '请返回后重新打开这一页，查看最新状态。' },
  FILE_REFUSED: { title: '这个文件不能使用', next: '请按材料要求更换文件。' },
  RATE_LIMITED: { title: '操作太频繁', next: '请稍等片刻再试。' },
  UPSTREAM_REJECTED: {
    title: '一网通没有接受这次请求',
    next: '有提示的请按提示修改；没有提示或仍不行，请联系窗口，有编号的把编号告诉窗口。',
  },
  UPSTREAM_UNAVAILABLE: { title: '一网通暂时没有响应', next: '请稍后重试。' },
  OUTCOME_UNKNOWN: { title: '结果确认中', next: '请不要重复提交，我们会继续向一网通核实结果。' },
  INTERNAL: { title: '系统出了问题', next: '请稍后重试；仍不行，请联系窗口，有编号的把编号告诉窗口。' },
  NETWORK: { title: '网络没有连上', next: '请检查网络后重试。' },
}
