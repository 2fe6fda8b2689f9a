import { type ActionName, type FunctionName } from '../../miniprogram/shared/contract/actions'
import { type Reply } from '../../miniprogram/shared/contract/reply'
import deployed from '../../deploy/functions.json'
import { callerOpenid } from './cloud'
import { type Context } from './context'
import { type Action } from './define-action'
import { AppError, fromOldPage, invalidInput, toReplyError } from './errors'
import { randomId } from './ids'
import { describeError, log } from './log'
import { Trail } from './trail'

/** Kept back from the platform's timeout, so that an answer is still sent. */
const ANSWER_MARGIN_MS = 1_000
/** WeChat's own limit for callFunction data. */
const MAX_CALL_BYTES = 100 * 1024

/** And for what it passes on to the app (sandbox/cloud/limits.ts): a larger reply never arrives. */
const MAX_REPLY_BYTES = 1024 * 1024

/** Throws what is answered when a citizen may not do this now. */
export type Admit = (action: ActionName, context: Context) => Promise<void>

/** A call that was let in, and what came of it. */
interface CallEnd {
  readonly action: ActionName
  /** Sound: the action has checked it. */
  readonly input: unknown
  /** OK, or the code of the error that is answered. */
  readonly outcome: string
  /** What is answered; undefined for an error. */
  readonly output?: unknown
}

/** Writes a call down for the audit log, before it is answered. Never rejects, and ends well before `deadline` (ms since the epoch). */
export type WriteDown = (end: CallEnd, context: Context, deadline: number) => Promise<void>

export type Main = (event: unknown) => Promise<Reply<unknown>>

/**
 * Makes a cloud function from a table of actions. `main` never throws: it answers a Reply, and logs one line with the
 * same request id, without personal data.
 */
export function defineFunction(
  name: FunctionName,
  actions: readonly Action[],
  admit: Admit,
  writeDown: WriteDown,
): Main {
  const table = new Map(actions.map((action) => [action.name as string, action]))
  return async (event) => {
    const startedAt = Date.now()
    const call = toCall(event)
    const { requestId } = call
    // What was not let in has changed nothing, and shown nothing.
    let audit: ((outcome: string, output?: unknown) => Promise<void>) | undefined
    try {
      const openid = await callerOpenid()
      if (!openid) throw new AppError('FORBIDDEN', 'called without a citizen identity')
      const action = table.get(call.action)
      if (!action) throw fromOldPage('unknown action')
      if (sizeOf(event) > MAX_CALL_BYTES)
        throw invalidInput('call too large', { userMessage: '这次填写的内容太多了，请精简后再试' })
      const functionEnd = startedAt + deployed[name].timeoutMs - ANSWER_MARGIN_MS
      const context: Context = {
        requestId,
        openid,
        trail: new Trail(),
        now: Date.now,
        deadline: Math.min(functionEnd, startedAt + action.budgetMs),
      }
      const data = await action.run(call.input, context, async () => {
        await admit(action.name, context)
        audit = (outcome, output) =>
          writeDown(
            { action: action.name, input: call.input, outcome, output },
            context,
            functionEnd + ANSWER_MARGIN_MS,
          )
      })
      const bytes = sizeOf(data)
      if (bytes > MAX_REPLY_BYTES) throw new Error(`a reply of ${bytes} bytes does not pass`)
      await audit?.('OK', data)
      log({ requestId, event: 'action', action: action.name, code: 'OK', ms: Date.now() - startedAt })
      return { ok: true, requestId, data }
    } catch (error) {
      const reply = toReplyError(error)
      await audit?.(reply.code)
      const action = table.has(call.action) ? call.action : '(unknown)'
      const upstream = reply.upstream ? `${reply.upstream.code} ${reply.upstream.requestId ?? ''}` : undefined
      log({
        requestId,
        event: 'action',
        action,
        code: reply.code,
        ms: Date.now() - startedAt,
        upstream,
        error: describeError(error),
      })
      return { ok: false, requestId, error: reply }
    }
  }
}

function toCall(event: unknown) {
  const raw = typeof event === 'object' && event !== null ? (event as Readonly<Record<string, unknown>>) : {}
  const wanted = typeof raw.requestId === 'string' && /^[A-Za-z0-9-]{8,32}$/.test(raw.requestId)
  return {
    action: typeof raw.action === 'string' ? raw.action : '',
    input: raw.input,
    requestId: wanted ? String(raw.requestId) : randomId().slice(0, 16),
  }
}

const sizeOf = (event: unknown): number => Buffer.byteLength(JSON.stringify(event) ?? '')
