/** The one door to wx-server-sdk: identity, database and storage, typed, with the SDK's traps closed. */
import { type ReadStream } from 'node:fs'
import type * as WxServerSdk from 'wx-server-sdk'
import { type Upgrades, upToDate, withVersion } from './row-versions'
import { openMembers, type SealedMembers, sealMembers, staleMembers } from './sealed-members'

type Sdk = typeof WxServerSdk

let loading: Promise<Sdk> | undefined

/** Loads the SDK on first use: it is the largest part of a cold start (platform notes: "free choices that matter"). */
function sdk(): Promise<Sdk> {
  loading ??= import('wx-server-sdk').then((loaded) => {
    const cloud = 'default' in loaded ? loaded.default : loaded
    // The typings know only strings here, but the platform's constant is a symbol.
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
    return cloud
  })
  return loading
}

/**
 * WeChat's own server API (kernel/openapi.ts); what of it a function may call is in deploy/functions.json. It is handed in and
 * not out: the SDK takes every name for one of its functions, `then` too, so that no promise may resolve with it.
 */
export const withOpenApi = async <T>(use: (api: unknown) => Promise<T>): Promise<T> => use((await sdk()).openapi)

/** The caller's openid, '' for a timer. The SDK reads it from the environment of this very invocation: call it inside main. */
export async function callerOpenid(): Promise<string> {
  const { OPENID } = (await sdk()).getWXContext()
  return typeof OPENID === 'string' ? OPENID : ''
}

/** What a value in a query may be instead of a plain one. */
type Condition =
  /** Times with one offset (BeijingTime) are in the order of their texts. */
  | { readonly lessThan: number | string }
  | { readonly moreThan: number }
  | { readonly anyOf: readonly (string | number)[] }
  | { readonly noneOf: readonly (string | number)[] }

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' &&
  value !== null &&
  ['lessThan', 'moreThan', 'anyOf', 'noneOf'].some((kind) => kind in value)

export type Where<Row> = { readonly [K in keyof Row]?: Row[K] | Condition }

export interface FindOptions<Row> {
  readonly newestFirstBy?: keyof Row & string
  readonly oldestFirstBy?: keyof Row & string
  /** Rows to return at most; 100 by default, and the platform gives 1000 at most. */
  readonly limit?: number
  /** Rows to pass over first. */
  readonly skip?: number
}

/** A collection whose rows all have the shape `Row`. Every method is one round trip, and one atomic operation per row. */
export interface Table<Row extends { readonly _id: string }> {
  find(where: Where<Row>, options?: FindOptions<Row>): Promise<Row[]>
  first(where: Where<Row>): Promise<Row | undefined>
  /** false when a row with the same _id or unique key exists. */
  insert(row: Row): Promise<boolean>
  /** Inserts or replaces. */
  put(row: Row): Promise<void>
  /** Replaces the named fields of the rows that match at this moment; resolves with how many did. */
  update(where: Where<Row>, fields: Partial<Omit<Row, '_id'>>): Promise<number>
  /** Adds to a number of the rows that match at this moment; resolves with how many did. */
  increase(where: Where<Row>, field: keyof Row & string, by: number): Promise<number>
  remove(where: Where<Row>): Promise<number>
  count(where: Where<Row>): Promise<number>
  /** Looks at the rows that follow `after` by _id ('' = from the first), `limit` at most, and seals anew what is not as today's. */
  readonly reseal: (after: string, limit: number) => Promise<Resealed>
}

interface Resealed {
  /** _id of the last row; '' = there was none. */
  readonly last: string
  /** Members that were not sealed as today's. */
  readonly stale: number
  /** Sealed members that no key opens, or that were tampered with: they stay as they are. */
  readonly unreadable: number
}

/**
 * Opens a collection. Rows that an earlier release wrote are read through `upgrades`; conditions (`Where`) meet them as
 * they are stored. insert and put write the current version, the number of upgrades; update leaves it (see Upgrades).
 * What is written is sealed with today's key (`sealed`).
 */
export function table<Row extends { readonly _id: string }>(
  name: string,
  upgrades: Upgrades<Row> = [],
  sealed: SealedMembers = {},
): Table<Row> {
  const open = async () => {
    const db = (await sdk()).database()
    return { rows: db.collection(name), command: db.command }
  }
  const query = async (where: Where<Row>) => {
    const { rows, command } = await open()
    const condition = Object.fromEntries(
      Object.entries(where).map(([key, value]) => {
        if (!isCondition(value)) return [key, value]
        if ('lessThan' in value) return [key, command.lt(value.lessThan)]
        if ('moreThan' in value) return [key, command.gt(value.moreThan)]
        if ('anyOf' in value) return [key, command.in([...value.anyOf])]
        return [key, command.nin([...value.noneOf])]
      }),
    )
    return rows.where(condition)
  }
  const find = async (where: Where<Row>, options: FindOptions<Row> = {}): Promise<Row[]> => {
    let found = await query(where)
    if (options.newestFirstBy) found = found.orderBy(options.newestFirstBy, 'desc')
    if (options.oldestFirstBy) found = found.orderBy(options.oldestFirstBy, 'asc')
    if (options.skip) found = found.skip(options.skip)
    const answer = (await found.limit(options.limit ?? 100).get()) as { data: readonly Record<string, unknown>[] }
    return answer.data.map((row) => upToDate(openMembers(String(row['_id']), row, sealed), upgrades))
  }
  return {
    find,
    first: async (where) => (await find(where, { limit: 1 }))[0],
    async insert(row) {
      try {
        await (await open()).rows.add({ data: withVersion(sealMembers(row._id, row, sealed), upgrades) })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async put(row) {
      const { _id, ...data } = row
      await (await open()).rows.doc(_id).set({ data: withVersion(sealMembers(_id, data, sealed), upgrades) })
    },
    async update(where, fields) {
      const { command } = await open()
      // A plain object in an update would be merged into the stored one; `set` replaces it.
      const data = Object.fromEntries(
        Object.entries(sealMembers(where._id, fields, sealed)).map(([key, value]) => [
          key,
          typeof value === 'object' && value !== null ? command.set(value) : value,
        ]),
      )
      // The platform counts what it changed, not what it found. A row that has these values already (a step that is
      // written down again after a crash) must not look as if somebody else had taken it: something always changes.
      const counted = { ...data, writes: command.inc(1) }
      const answer = (await (await query(where)).update({ data: counted })) as { stats: { updated: number } }
      return answer.stats.updated
    },
    async increase(where, field, by) {
      const { command } = await open()
      const data = { [field]: command.inc(by), writes: command.inc(1) }
      const answer = (await (await query(where)).update({ data })) as { stats: { updated: number } }
      return answer.stats.updated
    },
    async remove(where) {
      const answer = (await (await query(where)).remove()) as { stats: { removed: number } }
      return answer.stats.removed
    },
    async count(where) {
      const answer = (await (await query(where)).count()) as { total: number }
      return answer.total
    },
    async reseal(after, limit) {
      const { rows, command } = await open()
      const next = rows.where({ _id: command.gt(after) }).orderBy('_id', 'asc')
      const { data } = (await next.limit(limit).get()) as { data: readonly Readonly<Record<string, unknown>>[] }
      const found = data.map((row) => ({ _id: String(row['_id']), ...staleMembers(String(row['_id']), row, sealed) }))
      await Promise.all(
        found.flatMap(({ _id, stale: members }) =>
          // Each by itself, and only while it is what was read: no two sealed texts are alike, so nobody is written over.
          members.map(async ({ path, was, now }) => {
            const before = typeof was === 'string' ? { [path]: was } : { [`${path}.sealed`]: was.sealed }
            const value = typeof now === 'string' ? now : command.set(now)
            await rows.where({ _id, ...before }).update({ data: { [path]: value, writes: command.inc(1) } })
          }),
        ),
      )
      const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
      return {
        last: found.at(-1)?._id ?? '',
        stale: sum(found.map(({ stale }) => stale.length)),
        unreadable: sum(found.map(({ unreadable }) => unreadable)),
      }
    },
  }
}

/** The platform has no code of its own for a duplicate key: it hands MongoDB's text through. */
function isDuplicateKey(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String((error as { errMsg?: unknown } | null)?.errMsg)
  return /E11000|duplicate key/i.test(text)
}

/** The platform gives addresses of at most 50 files at once, and deletes as many. */
const FILES_AT_ONCE = 50
const inBatches = (fileIds: readonly string[]): readonly string[][] =>
  Array.from({ length: Math.ceil(fileIds.length / FILES_AT_ONCE) }, (_, n) =>
    fileIds.slice(n * FILES_AT_ONCE, (n + 1) * FILES_AT_ONCE),
  )

/** File id → a short-lived address; files that are not there are left out. @param maxAge seconds */
export async function temporaryUrls(fileIds: readonly string[], maxAge: number): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>()
  for (const batch of inBatches(fileIds)) {
    const fileList = batch.map((fileID) => ({ fileID, maxAge }))
    const answer = await (await sdk()).getTempFileURL({ fileList })
    for (const file of answer?.fileList ?? []) {
      if (file.status === 0 && file.tempFileURL) urls.set(file.fileID, file.tempFileURL)
    }
  }
  return urls
}

/** A short-lived address of a stored file, or undefined when there is no such file. @param maxAge seconds */
export const temporaryUrl = async (fileId: string, maxAge: number): Promise<string | undefined> =>
  (await temporaryUrls([fileId], maxAge)).get(fileId)

/** `cloud://<environment>/<path>` → path; '' for anything else. */
export const cloudPathOf = (fileId: string): string => /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? ''

/** Puts bytes, or a file that is read as it is sent, at a path of cloud storage; resolves with the file id. Replaces what is there. */
export async function storeFile(cloudPath: string, content: Buffer | ReadStream): Promise<string> {
  const { fileID } = await (await sdk()).uploadFile({ cloudPath, fileContent: content })
  return fileID
}

/** Deletes stored files; one that is already gone is no error. */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  for (const fileList of inBatches(fileIds)) await (await sdk()).deleteFile({ fileList })
}
