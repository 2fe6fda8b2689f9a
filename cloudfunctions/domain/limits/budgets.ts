const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What one citizen may do within a window. */
export interface Budget {
  /** Counted in the database, for all instances together. */
  readonly most: number
  readonly windowMs: number
  /** In the same window, for each instance and without a round trip; what goes beyond is counted in the database. */
  readonly freePerInstance: number
  /** What was done too often, in the citizen's words; until when follows. */
  readonly told: string
}

/**
 * The heaviest ordinary use beside each number is an enterprise's agent who files for 40 vehicles in a day, with 15 files
 * each, and saves as she types. (Counted in the tests: road-freight with all its answers and files makes 1 start, 13 uploads,
 * 13 deliveries, and 5 other calls beside the saving.)
 */
export const BUDGETS = {
  /** A page opens with one call; who pages quickly opens one a second. */
  read: { most: 240, windowMs: MINUTE, freePerInstance: 60, told: '打开页面太频繁' },
  /** A draft is saved 2 s after the last key, 30 times a minute at most; three files on their way are delivered beside it. */
  change: { most: 120, windowMs: MINUTE, freePerInstance: 60, told: '操作太频繁' },
  /** 40 filings, each begun twice. */
  draft: { most: 100, windowMs: DAY, freePerInstance: 0, told: '今天新建的申报太多' },
  /** 600 files, one in three chosen anew. */
  upload: { most: 900, windowMs: DAY, freePerInstance: 0, told: '今天上传的文件太多' },
  /** A table is tried about ten times until it fits; there are tables for three forms. */
  import: { most: 60, windowMs: HOUR, freePerInstance: 0, told: '导入表格太频繁' },
  /** Files that are made or fetched to be looked at: each of 15 files of ten cases. */
  preview: { most: 200, windowMs: HOUR, freePerInstance: 0, told: '查看和下载文件太频繁' },
  /** Packing is asked about each 10 s for some minutes: four of the slowest, or a hundred of the usual. */
  zip: { most: 120, windowMs: HOUR, freePerInstance: 0, told: '下载压缩包太频繁' },
  /** The agent of ten enterprises goes through all of them twice. */
  login: { most: 20, windowMs: HOUR, freePerInstance: 0, told: '登录太频繁' },
} as const satisfies Readonly<Record<string, Budget>>

export type BudgetName = keyof typeof BUDGETS
