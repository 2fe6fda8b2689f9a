import * as v from 'valibot'
import { type ActionName, type Input, type Output } from '../../miniprogram/shared/contract/actions'
import { fromOldPage, invalidInput } from './errors'
import { type Context } from './context'

/** An action as the dispatcher sees it: unchecked input in, plain data out. */
export interface Action {
  readonly name: ActionName
  /** Longest time in ms that a citizen should wait for it; bounded by the function's own timeout as well. */
  readonly budgetMs: number
  /** Its input check. */
  readonly input: v.GenericSchema
  /** @param admit asked once the input is sound, before anything is done; it throws what is answered instead */
  run(input: unknown, context: Context, admit?: () => Promise<void>): Promise<unknown>
}

/** A key may be anything that was sent: only what looks like one of ours is said back. */
const OURS = /^(?:[A-Za-z]\w{0,63}|\d{1,4})$/

const pathOf = ({ path = [] }: { readonly path?: readonly { readonly key: unknown }[] }): string =>
  path.map(({ key }) => (OURS.test(String(key)) ? String(key) : '?')).join('.')

/** A page that reads should answer or fail within this time, whatever the provider does. */
const READ_BUDGET_MS = 15_000
/** Moving a file takes time; the transfer function's own timeout limits it. */
export const MOVE_BUDGET_MS = 60_000

/**
 * Ties an action of the contract to its input check and its handler. The compiler holds both to `Actions`;
 * unknown keys of the input are dropped, wrong ones answer INVALID_INPUT with their paths (never their values).
 */
export function defineAction<A extends ActionName>(
  name: A,
  input: v.GenericSchema<unknown, Input<A>>,
  handle: (input: Input<A>, context: Context) => Promise<Output<A>>,
  budgetMs = READ_BUDGET_MS,
): Action {
  return {
    name,
    budgetMs,
    input,
    async run(raw, context, admit) {
      // A list would pass for an object whose members are all optional.
      const parsed = v.safeParse(input, Array.isArray(raw) ? null : raw)
      if (!parsed.success) {
        const fields = parsed.issues.slice(0, 20).map((issue) => ({
          field: pathOf(issue),
          message: '填写的内容不符合要求',
        }))
        const message = `input of ${name} is malformed: ${fields.map((f) => f.field).join(', ')}`
        // A member that is missing or of another kind is no citizen's mistake; one that is too long or so may be.
        const isOfOldPage = parsed.issues.some(({ kind }) => kind === 'schema')
        throw isOfOldPage ? fromOldPage(message, { fields }) : invalidInput(message, { fields })
      }
      await admit?.()
      return handle(parsed.output, context)
    },
  }
}
