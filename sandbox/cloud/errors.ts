/**
 * String codes that WeChat Cloud answers to wx-server-sdk, with the numbers that reach the app
 * (source: the code table inside wx-server-sdk 4.0.2).
 */
const ERROR_NUMBERS = {
  SYS_ERR: -501001,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALID_PARAM: -501007,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  DATABASE_TRANSACTION_CONFLICT: -502001,
  DATABASE_TRANSACTION_NOT_EXIST: -502001,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_RESULT_SIZE_EXCEEDED: -604001,
} as const

export type CloudErrorCode = keyof typeof ERROR_NUMBERS

/** A failure that the platform would report: its string code for the SDK, `errCode` for the app. */
export class CloudError extends Error {
  constructor(
    readonly code: CloudErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }

  get errCode(): number {
    return ERROR_NUMBERS[this.code]
  }
}

/** A request that is not what this server speaks; answered with an HTTP status. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
    this.name = 'HttpProblem'
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
