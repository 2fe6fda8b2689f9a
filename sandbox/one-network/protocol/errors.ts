/** Error codes of contract chapter 5 with the provider's messages. */
const MESSAGES = {
  '1001': '签名校验失败',
  '1002': '时间戳超出允许范围',
  '1003': '请求重放',
  '1004': '应用未获授权调用该函数',
  '2001': '账号或密码错误',
  '2002': '账号已锁定',
  '2003': '用户令牌无效或已过期',
  '2004': '无权访问该办件或附件',
  '3001': '参数校验失败',
  '3002': '数据不存在',
  '3003': '当前状态不允许该操作',
  '3004': '请求流水号已被其他内容使用',
  '4001': '文件类型不允许',
  '4002': '文件超过大小限制',
  '4003': '文件摘要不一致',
  '4004': '附件数量超过限制',
  '4005': '文件安全检查未通过',
  '5001': '系统繁忙，请稍后重试',
  '5002': '部门业务系统暂不可用',
  '5003': '信用中国服务暂不可用',
  '6001': '该办件已评价',
  '6002': '办件尚未办结，不能评价',
  '6003': '评价为不满意及以下时须填写原因',
} as const

export type ProviderCode = keyof typeof MESSAGES

export interface FieldError {
  /** Path with dots and indexes, e.g. `forms[0].formData.uscc`. */
  readonly field: string
  readonly message: string
}

/** FailData of the contract: each code fills some of it. */
export interface FailData {
  readonly unlockAt?: string
  readonly remainTimes?: number
  readonly errors?: readonly FieldError[]
  readonly currentStatus?: string
  readonly firstRequestAt?: string
  readonly retryAfterSeconds?: number
  readonly maxSizeBytes?: number
  readonly maxCount?: number
  readonly fileTypes?: string
}

/** A business failure: HTTP 200 with this code. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'

  constructor(
    readonly code: ProviderCode,
    readonly data: FailData | null = null,
  ) {
    super(MESSAGES[code])
  }
}

/** 3001 for one field. */
export function invalid(field: string, message: string): ProviderError {
  return new ProviderError('3001', { errors: [{ field, message }] })
}

/** The contract allows 300 characters a message and gives no limit of rows; a long list helps nobody. */
const MAX_ERRORS = 100

/** Throws 3001 when there is at least one error. */
export function refuseIfAny(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new ProviderError('3001', { errors: errors.slice(0, MAX_ERRORS) })
}
