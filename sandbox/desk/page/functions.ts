import { listFunctions } from './api'

let names: ReadonlyMap<number, string> = new Map()

/** Reads the names of the contract's functions, once. */
export async function learnFunctions(): Promise<void> {
  if (names.size > 0) return
  const { rows } = await listFunctions()
  names = new Map(rows.map(({ no, name }) => [no, name]))
}

export const allFunctions = (): readonly (readonly [no: number, name: string])[] => [...names]

/** What a function is called; undefined = every function. */
export const functionName = (no: number | undefined): string =>
  no === undefined ? '全部函数' : (names.get(no) ?? '名称不详的函数')

/** `#4 在线办理正式提交的数据保存`. */
export const numberedName = (no: number): string => `#${no} ${functionName(no)}`
