import { sentenceOf, type Failure } from '../../../../services/service-error'
import type { ErrorCode } from '../../../../shared/contract/errors'
import type { SubjectType } from '../../../../shared/domain/account'
import { toLoginName } from '../../../../shared/domain/login-name'
import { formatBeijingTime, momentText, type BeijingTime } from '../../../../shared/domain/time'
import { byteSize } from '../../../../shared/form/byte-size'
import { tooLong } from '../../../../shared/form/text'

/** What the citizen types and chooses. */
export interface BindingInput {
  readonly subjectType: SubjectType
  readonly account: string
  readonly password: string
  /** 隐私政策 and 用户协议. */
  readonly agreed: boolean
  /** The consent to sensitive data, which may also be given when something is filled in. */
  readonly agreedSensitive: boolean
}

export const NOTHING_TYPED: BindingInput = {
  subjectType: 'person',
  account: '',
  password: '',
  agreed: false,
  agreedSensitive: false,
}

/** Messages beside the inputs, '' = none; `form` concerns the whole, `held` and `agreed` stand by the button. */
export interface BindingErrors {
  readonly account: string
  readonly password: string
  readonly agreed: string
  readonly form: string
  readonly next: string
  readonly held: string
  readonly requestId: string
  /** Until when the account is locked; '' = it is not, or nobody says how long. */
  readonly lockedUntil: BeijingTime
}

export const NO_ERRORS: BindingErrors = {
  account: '',
  password: '',
  agreed: '',
  form: '',
  next: '',
  held: '',
  requestId: '',
  lockedUntil: '',
}

/** Contract #17; of the password what its cipher text has room for, in bytes. The function's input check has the same numbers. */
const LONGEST_LOGIN = 64
const LARGEST_PASSWORD = 300

/** What is missing before anything is sent; null = nothing. */
export function checkBinding(input: Pick<BindingInput, 'account' | 'password' | 'agreed'>): BindingErrors | null {
  const errors: BindingErrors = {
    ...NO_ERRORS,
    account: accountProblem(toLoginName(input.account)),
    password: passwordProblem(input.password),
    agreed: input.agreed ? '' : '请先勾选“我同意…”，再登录',
  }
  return errors.account !== '' || errors.password !== '' || errors.agreed !== '' ? errors : null
}

function accountProblem(name: string): string {
  return name === '' ? '请填写一网通账号' : tooLong(name, LONGEST_LOGIN)
}

function passwordProblem(password: string): string {
  if (password === '') return '请填写密码'
  return byteSize(password) > LARGEST_PASSWORD ? '密码太长，请核对是不是多粘贴了内容' : ''
}

/** What to do here, instead of the code's own next step. */
const NEXT_HERE: Readonly<Partial<Record<ErrorCode, string>>> = {
  NETWORK: '请检查网络，重新输入密码后再试；账号已经保留。',
}

/** The server's refusal, each complaint beside the input that it concerns. @param now ms since the epoch */
export function refusedBinding(failure: Failure, now: number): BindingErrors {
  const beside = (field: string): string => failure.fields.find((problem) => problem.field === field)?.message ?? ''
  const about = { ...NO_ERRORS, account: beside('account'), password: beside('password'), requestId: failure.requestId }
  if (failure.code === 'LOGIN_FAILED') {
    const left = about.password === '' || about.password === failure.title ? '' : `${about.password}。`
    return { ...about, password: sentenceOf({ title: failure.title, next: `${left}${failure.next}` }) }
  }
  if (failure.code === 'ACCOUNT_LOCKED') {
    const { until, title, next } = failure
    if (Date.parse(until) > now) return { ...about, lockedUntil: until }
    return { ...about, form: until === '' ? title : `${title}，${formatBeijingTime(until)} 解锁`, next }
  }
  if (failure.code === 'RATE_LIMITED') {
    const held = failure.until === '' ? '请稍后再登录' : `${momentText(Date.parse(failure.until), now)} 之后可以再登录`
    return { ...about, form: failure.title, next: failure.next, held }
  }
  return { ...about, form: failure.title, next: NEXT_HERE[failure.code] ?? failure.next }
}
