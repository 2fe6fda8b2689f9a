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

export interface ActionFacts {
  /** The deployed function that serves it. */
  readonly on: FunctionName
  readonly repeat: Repeat
}

/** The facts of each action of a domain: the compiler lists one that is missing, and one too many. */
export type FactsOf<Actions> = { readonly [A in keyof Actions]: ActionFacts }
