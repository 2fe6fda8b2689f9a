import wxServerSdk from 'wx-server-sdk'
import { type Cloud } from '../../../sandbox/cloud'

/**
 * The part of wx-server-sdk that the tests use, as it behaves: its own types lack half of it and mix callbacks in.
 */
export type Fields = Record<string, unknown>

interface Query {
  where(query: object): Query
  orderBy(field: string, order: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: object): Query
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

interface DocumentRef {
  get(): Promise<{ data: Fields }>
  set(options: { data: object }): Promise<{ stats: { created: number; updated: number } }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type Pipeline = Record<
  'match' | 'group' | 'sort' | 'limit' | 'lookup' | 'unwind' | 'project' | 'addFields' | 'count',
  (stage: unknown) => Pipeline
> & { end(): Promise<{ list: Fields[] }> }

export interface Collection extends Query {
  doc(id: string | number): DocumentRef
  add(options: { data: object }): Promise<{ _id: string }>
  aggregate(): Pipeline
}

interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: object): Promise<unknown>
}

/** A query condition: further ones are chained to it. */
interface Condition {
  and(other: Condition): Condition
}

type Operator = (...operands: unknown[]) => Condition

type CommandName =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'not'
  | 'nor'
  | 'exists'
  | 'mod'
  | 'all'
  | 'size'
  | 'elemMatch'
  | 'expr'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'

export interface Db {
  command: Record<CommandName, Operator> & {
    aggregate: Record<'gt' | 'sum' | 'push' | 'multiply', (operand: unknown) => object>
  }
  Geo: { Point: new (longitude: number, latitude: number) => object }
  serverDate(options?: { offset: number }): object
  RegExp(options: { regexp: string; options: string }): object
  collection(name: string): Collection
  createCollection(name: string): Promise<{ errMsg: string }>
  startTransaction(): Promise<Transaction>
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>): Promise<T>
}

export interface FileUrl {
  readonly status: number
  readonly tempFileURL: string
}

export interface Sdk {
  database(): Db
  callFunction(options: { name: string; data?: object }): Promise<{ result: unknown }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer | NodeJS.ReadableStream }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: {
    fileList: (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: FileUrl[] }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: { status: number }[] }>
  openapi: {
    subscribeMessage: { send(message: object): Promise<{ errCode: number }> }
    security: { msgSecCheck(asked: object): Promise<{ errCode: number; result?: { suggest: string; label: number } }> }
    customerServiceMessage: { send(message: object): Promise<{ errCode: number }> }
  }
}

/** Points the real wx-server-sdk in this process to a cloud. */
export function useSdk(cloud: Pick<Cloud, 'sdkEnv'>): Sdk {
  Object.assign(process.env, cloud.sdkEnv)
  wxServerSdk.init({ env: wxServerSdk.DYNAMIC_CURRENT_ENV as unknown as string })
  return wxServerSdk as unknown as Sdk
}

/** What a rejected SDK call carries; commit() of a transaction alone rejects with `code` and `message` instead. */
export interface SdkFailure {
  readonly errCode?: number | string
  readonly errMsg: string
  readonly code?: string
}

/** The failure of a call that must fail. */
export async function failureOf(call: () => Promise<unknown>): Promise<SdkFailure> {
  try {
    await call()
  } catch (error) {
    const failure = error as Partial<SdkFailure> & { message?: string }
    return { ...failure, errMsg: failure.errMsg ?? failure.message ?? '' }
  }
  throw new Error('the call succeeded')
}
