import { type ErrorCode } from '../../miniprogram/shared/contract/errors'
import { type FieldProblem } from '../../miniprogram/shared/contract/reply'
import { type AppErrorDetail } from '../kernel/errors'
import { UpstreamFailure, type FailureFacts } from './failure'
import { count, list, text, time } from './read'
import { type Wire } from './wire'

/** A failed answer of the provider: HTTP 200, code ≠ "0". */
export interface BusinessFailure {
  readonly code: string
  readonly message: string
  readonly requestId?: string
  readonly data: Wire<'FailData'>
}

interface Verdict {
  readonly code: ErrorCode
  readonly facts?: Partial<FailureFacts>
  readonly detail?: AppErrorDetail
}

const seconds = (value: unknown): number | undefined => {
  const n = count(value)
  return n === undefined ? undefined : n * 1000
}

const said = (code: ErrorCode, userMessage: string): Verdict => ({ code, detail: { userMessage } })

const refusedFile = (userMessage: string): Verdict => said('FILE_REFUSED', userMessage)

const transient = (
  { data }: BusinessFailure,
  facts: Partial<FailureFacts> = {},
  detail: AppErrorDetail = {},
): Verdict => {
  const retryAfterMs = seconds(data?.retryAfterSeconds)
  return {
    code: 'UPSTREAM_UNAVAILABLE',
    facts: { transient: true, ...facts },
    detail: { retryable: true, ...(retryAfterMs ? { retryAfterMs } : {}), ...detail },
  }
}

/** Contract chapter 11: 草稿，最后一次写入起 30 天. */
const LAPSED = '这份申报超过 30 天没有提交，一网通已将它作废，请删除草稿后重新申报'

/** Contract chapter 5, one row per code. */
const BY_CODE: Readonly<Record<string, (failure: BusinessFailure) => Verdict>> = {
  1002: () => ({ code: 'UPSTREAM_UNAVAILABLE', facts: { special: 'resign' }, detail: { retryable: true } }),
  1003: () => ({ code: 'UPSTREAM_UNAVAILABLE', facts: { special: 'resign' }, detail: { retryable: true } }),
  2001: ({ data }) => {
    const left = count(data?.remainTimes)
    const userMessage =
      left === undefined
        ? '账号或密码不正确，请核对后再试'
        : left > 0
          ? `账号或密码不正确，再输错 ${left} 次账号将被暂时锁定，请核对后再试`
          : '账号或密码不正确，账号已被暂时锁定，请在解锁后再试'
    return {
      code: 'LOGIN_FAILED',
      detail: { userMessage },
      ...(left === undefined ? {} : { facts: { triesLeft: left } }),
    }
  },
  2002: ({ data }) => {
    const until = time(data?.unlockAt)
    return { code: 'ACCOUNT_LOCKED', detail: until ? { until } : {} }
  },
  2003: () => ({ code: 'BINDING_EXPIRED', facts: { special: 'token' } }),
  2004: () => ({ code: 'NOT_FOUND' }),
  3001: ({ data }) => {
    const fields = list(data?.errors).flatMap((problem): FieldProblem[] => {
      const message = text(problem.message)
      return message ? [{ field: text(problem.field) ?? '', message }] : []
    })
    // Contract chapter 12: another version of the form counts by now. Nothing in it is the applicant's mistake.
    if (fields.some(({ field }) => /\bformVersion$/.test(field))) {
      return { code: 'UPSTREAM_REJECTED', facts: { special: 'form-version' } }
    }
    return { code: 'UPSTREAM_REJECTED', facts: { special: 'parameters' }, detail: fields.length ? { fields } : {} }
  },
  3002: () => ({ code: 'NOT_FOUND' }),
  // Said of a declaration (chapter 4: 0 draft, 1 submitted, 2 lapsed): when it is submitted, an earlier try arrived.
  3003: ({ data }) => {
    const status = text(data?.currentStatus)
    if (status === '1') return { code: 'STATE_CHANGED', facts: { notPerformed: false } }
    return status === '2' ? said('STATE_CHANGED', LAPSED) : { code: 'STATE_CHANGED' }
  },
  3004: () => ({ code: 'OUTCOME_UNKNOWN', facts: { special: 'request-no-reused', notPerformed: false } }),
  4001: ({ data }) => {
    const types = text(data?.fileTypes)
    return refusedFile(
      types
        ? `一网通不接受这种文件，请换成：${types}`
        : '一网通不接受这种文件，或文件内容与扩展名不一致，请用原来的软件另存后再上传',
    )
  },
  4002: ({ data }) => {
    const bytes = count(data?.maxSizeBytes)
    return refusedFile(
      bytes ? `文件太大，最大 ${Math.floor(bytes / 1024 / 1024)} MB，请压缩后再上传` : '文件太大，请压缩后再上传',
    )
  },
  4003: () => ({ ...refusedFile('文件在传送中受损，请重新上传'), facts: { special: 'digest' } }),
  // What we hold is counted before anything is sent, so the platform counts files that were deleted here (#14 has no way back).
  4004: () =>
    refusedFile(
      '一网通在这次申报里不再接收这项材料的新文件，删除过的文件也占名额。以前传过的同一个文件可以再传；要传别的文件，请到办事指南点“重新开始”',
    ),
  4005: () => refusedFile('文件没有通过安全检查，请更换文件'),
  // 5001 also means that the first request with the same requestNo is still running.
  5001: (failure) => transient(failure, { notPerformed: false }),
  5002: (failure) => transient(failure),
  5003: (failure) => transient(failure, {}, { userMessage: '信用中国的查询服务暂时不能用，请稍后再试' }),
  6001: () => said('ALREADY_SUBMITTED', '这件事已经评价过，每件事只能评价一次，不需要再评价'),
  6002: () => said('STATE_CHANGED', '这件事现在不能评价：还没有办结，或评价期限已过，请在“办件”里看进度'),
  6003: () => said('INVALID_INPUT', '评价不满意时，请至少选一条原因，或写几句话'),
}

/** Codes that are not in the table, by their first digit (contract chapter 5, last line). */
const BY_FIRST_DIGIT: Readonly<Record<string, (failure: BusinessFailure) => Verdict>> = {
  4: () => ({ code: 'FILE_REFUSED' }),
  5: (failure) => transient(failure),
}

const REJECTED: Verdict = { code: 'UPSTREAM_REJECTED' }

/** A business failure → our code. The raw text stays reachable for the window staff. Never throws. */
export function classifyBusiness(failure: BusinessFailure): UpstreamFailure {
  const rule = Object.hasOwn(BY_CODE, failure.code) ? BY_CODE[failure.code] : BY_FIRST_DIGIT[failure.code.charAt(0)]
  const verdict = rule?.(failure) ?? REJECTED
  const { code, message, requestId } = failure
  // 2004 and 3002 must look alike, down to the raw text: whether an id exists is nobody else's business.
  const upstream =
    verdict.code === 'NOT_FOUND' ? {} : { upstream: { code, message, ...(requestId ? { requestId } : {}) } }
  return new UpstreamFailure(
    verdict.code,
    `one-network answered ${code}`,
    { notPerformed: true, transient: false, answered: true, ...verdict.facts },
    { ...verdict.detail, ...upstream },
  )
}

const unavailable = (message: string, facts: FailureFacts, detail: AppErrorDetail = {}): UpstreamFailure =>
  new UpstreamFailure('UPSTREAM_UNAVAILABLE', message, facts, { retryable: true, ...detail })

/**
 * A gateway error (HTTP status ≠ 200): the body is never trusted. 500, 502 and 504 leave the outcome of a write open
 * (contract: responses Gateway5xx); the others say that the call was not let through.
 */
export function classifyGateway(status: number, retryAfterMs: number | undefined): UpstreamFailure {
  const upstream = { code: `HTTP ${status}`, message: '' }
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs }
  const message = `one-network gateway answered ${status}`
  if (status === 429) {
    const detail = { retryable: true, upstream, ...wait }
    return new UpstreamFailure('RATE_LIMITED', message, { notPerformed: true, transient: true }, detail)
  }
  if (status === 413) {
    const detail = { upstream, userMessage: '提交的内容太大，一网通没有接受，请精简后再提交' }
    return new UpstreamFailure('UPSTREAM_REJECTED', message, { notPerformed: true, transient: false }, detail)
  }
  if (status === 502 || status === 503 || status === 504) {
    const facts = { notPerformed: status === 503, transient: true, speaksOf: 'function' } as const
    return unavailable(message, facts, { upstream, ...wait })
  }
  if (status === 500) {
    return unavailable(message, { notPerformed: false, transient: false, special: 'http-500' }, { upstream })
  }
  return unavailable(message, { notPerformed: status < 500, transient: false }, { upstream })
}

/** HTTP 200 with something that is no envelope: HTML, nothing, half a JSON, another content type. */
export function classifyUnreadable(why: string): UpstreamFailure {
  const upstream = { code: 'UNREADABLE', message: why }
  return unavailable(`one-network answered unreadably: ${why}`, { notPerformed: false, transient: false }, { upstream })
}

/** Network errors that happen before anything was sent. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECT_TIMEOUT',
])

/**
 * Codes of ours that say nothing of the provider. DEADLINE: our time was over before the call began. HURRIED: we gave it
 * less time than the contract does. FILE_DAMAGED: a download arrived otherwise than announced.
 */
const OWN = new Set(['DEADLINE', 'HURRIED', 'FILE_DAMAGED'])

/** No answer at all: refused, reset, timed out. @param code Node's error code, or one of OWN; '' when there is none */
export function classifyNetwork(code: string): UpstreamFailure {
  const upstream = { code: 'NO_ANSWER', message: code }
  const isUnreachable = UNREACHABLE.has(code)
  const facts = { notPerformed: isUnreachable || code === 'DEADLINE', transient: true } as const
  const speaks = OWN.has(code) ? {} : { speaksOf: isUnreachable ? ('host' as const) : ('function' as const) }
  const message = `one-network did not answer: ${code || 'unknown network error'}`
  return unavailable(message, { ...facts, ...speaks }, { upstream })
}

/** A formal submit whose outcome nobody knows must be said so: it is queried, never called a failure. */
export function asOpenOutcome(failure: UpstreamFailure): UpstreamFailure {
  if (failure.facts.notPerformed || failure.code === 'OUTCOME_UNKNOWN') return failure
  const { upstream } = failure.detail
  return new UpstreamFailure('OUTCOME_UNKNOWN', failure.message, failure.facts, { ...(upstream ? { upstream } : {}) })
}
