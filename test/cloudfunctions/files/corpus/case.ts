/** A file that a script makes, and what becomes of it. */
interface CorpusFile {
  readonly name: string
  /** As the citizen calls it; its ending says the type. */
  readonly fileName: string
  readonly bytes: () => Buffer | Promise<Buffer>
  /** Taken, or what the refusal says. */
  readonly verdict: 'taken' | RegExp
}

export type Group = readonly CorpusFile[]

export const taken = (name: string, fileName: string, bytes: CorpusFile['bytes']): CorpusFile => ({
  name,
  fileName,
  bytes,
  verdict: 'taken',
})

export const refused = (name: string, fileName: string, bytes: CorpusFile['bytes'], verdict: RegExp): CorpusFile => ({
  name,
  fileName,
  bytes,
  verdict,
})

export const BROKEN = /损坏或不完整/
export const HIDDEN = /夹带了其他内容/
export const MISMATCH = /扩展名不一致/
export const BOMB = /大得不正常/
