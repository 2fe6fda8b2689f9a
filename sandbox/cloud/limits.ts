/** Limits that WeChat Cloud documents, in bytes, milliseconds and counts. The sandbox enforces all of them. */
export const LIMITS = {
  /** Data of a callFunction from the app. */
  clientCallDataBytes: 100 * 1024,
  /** Result of a callFunction from the app; more is error -604001. */
  clientResultBytes: 1024 * 1024,
  /** Request and answer of an invocation from the server side (another function, HTTP access, a timer). */
  serverPayloadBytes: 6 * 1024 * 1024,
  /** HTTP access service: bodies that arrive as text, and all others. */
  httpTextBodyBytes: 100 * 1024,
  httpBinaryBodyBytes: 6 * 1024 * 1024,
  /** get(): documents without limit(), and at most. */
  documentsByDefault: 100,
  documentsAtMost: 1000,
  /** aggregate() without a limit stage. */
  aggregateByDefault: 20,
  /** A transaction must be committed or aborted within this time. */
  transactionMs: 30_000,
  /** Temporary URL of a stored file, in seconds, when the caller names no maxAge. */
  temporaryUrlSeconds: 7200,
  /** cloudPath, in bytes of UTF-8. */
  cloudPathBytes: 850,
  /** Function settings when config.json names none. */
  functionTimeoutMs: 5_000,
  functionTimeoutAtMostMs: 60_000,
  functionMemoryMB: 256,
  /** Time to load a function's code before the first event. */
  functionLoadMs: 15_000,
  /** Environment variables of a function together. */
  functionEnvironmentBytes: 4 * 1024,
} as const

/** Bounds of this machine, not of the platform: processes are heavier than the platform's instances. */
export const HOST_BOUNDS = {
  concurrentInvocations: 32,
  idlePerFunction: 3,
  idleMs: 5 * 60_000,
} as const

export type HostBounds = { readonly [K in keyof typeof HOST_BOUNDS]: number }
