/** Deployed functions, cut by what the platform bills and limits (design: "The layout"). */
export type FunctionName = 'api' | 'transfer'

/**
 * What making the very same call again may lead to.
 * - `read`: it changes nothing that the citizen or the office decides (a file kept for minutes, or bookkeeping of ours on the
 *   way, is nothing): the client repeats it by itself when no answer came.
 * - `same`: repeating it is harmless, because a version, a key or an id makes it so; a page may, the client does not.
 * - `once`: never repeated before it was asked what became of it.
 */
export type Repeat = 'read' | 'same' | 'once'

/**
 * What the audit log writes down of a call (ADR 24).
 * - `change`: it may change what is stored, here or at the provider. Written down whatever came of it.
 * - `look`: its answer holds personal data, more than the masked account that every page carries. Written down when an
 *   identity acted, also when it was refused.
 * - `nothing`: neither.
 */
type AuditClass = 'change' | 'look' | 'nothing'

export interface ActionFacts {
  /** The deployed function that serves it. */
  readonly on: FunctionName
  readonly repeat: Repeat
  readonly audit: AuditClass
  /** The members of its input that name what is changed or looked at; without any it is the caller's account as a whole. */
  readonly objects?: readonly string[]
  /** The member of its output that says what was made: an id, or an object that has one. */
  readonly made?: string
}

interface Signature {
  readonly input: object
  readonly output: object
}

/** Members of an answer that are an id (`importId`), or have one (`attachment.attachmentId`). */
type Made<Output> = {
  [K in keyof Output & string]: Output[K] extends string | { readonly [P in `${K}Id`]: string } ? K : never
}[keyof Output & string]

/**
 * The facts of each action of a domain: the compiler lists one that is missing, and one too many, and an object of the audit
 * log that the action does not have.
 */
export type FactsOf<Actions extends { readonly [A in keyof Actions]: Signature }> = {
  readonly [A in keyof Actions]: ActionFacts & {
    readonly objects?: readonly (keyof Actions[A]['input'])[]
    readonly made?: Made<Actions[A]['output']>
  }
}
