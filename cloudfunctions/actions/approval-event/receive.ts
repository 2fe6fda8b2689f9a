import { setTimeout as sleep } from 'node:timers/promises'
import { type HttpAnswer, type HttpRequest } from '../../kernel/define-http'
import { config } from '../../kernel/config'
import { describeError, log } from '../../kernel/log'
import { ACK, checkPush, LARGEST_EVENT } from '../../one-network/callback'
import { type ApprovalEvent, toApprovalEvent } from '../../one-network/mappers/events'
import { insertEvent } from '../../stores/approval-events'
import { useNonce } from '../../stores/callback-nonces'

type Ack = (typeof ACK)[keyof typeof ACK]

const answer = (body: Ack): HttpAnswer => ({ status: 200, body })

/**
 * Takes an approval event (#28): checks its signature, writes it down, and only then answers. Nothing else is done here:
 * the provider waits five seconds, and the scheduler does the rest. A repeated event is taken again; anything that could
 * not be written down is answered as busy, so that it comes again.
 */
export async function receiveApprovalEvent(request: HttpRequest): Promise<HttpAnswer> {
  const { requestId, headers, body, deadline } = request
  const noted = (code: string, more: object = {}): void =>
    log({ requestId, event: 'approval-event', code, attempt: headers['x-delivery-attempt'] ?? '', ...more })
  if (body.length > LARGEST_EVENT) return { status: 413, body: {} }
  const checked = checkPush(config(), headers, body, Date.now())
  if (typeof checked === 'string') {
    noted(checked)
    return checked === 'unsigned' ? { status: 401, body: {} } : answer(ACK[checked])
  }
  try {
    const ack = await within(deadline, store(checked.nonce, checked.intact ? body : undefined))
    noted(ack.code)
    return answer(ack)
  } catch (error) {
    noted('BUSY', { error: describeError(error) })
    return answer(ACK.busy)
  }
}

/** @param body undefined = its digest is not the one that was signed */
async function store(nonce: string, body: Buffer | undefined): Promise<Ack> {
  const now = Date.now()
  if (!(await useNonce(nonce, now))) return ACK.replayed
  if (body === undefined) return ACK.badSignature
  const event = parse(body)
  if (event === undefined) return ACK.unreadable
  const { eventId, summary, ...plain } = event
  const sealed = config().sealer.seal(summary, `${eventId}/summary`)
  const waiting = { state: 'received', tries: 0, dueAt: now, receivedAt: now } as const
  await insertEvent({ _id: eventId, ...plain, summary: sealed, ...waiting })
  return ACK.taken
}

function parse(body: Buffer): ApprovalEvent | undefined {
  try {
    return toApprovalEvent(JSON.parse(body.toString('utf8')) as Parameters<typeof toApprovalEvent>[0])
  } catch {
    return undefined
  }
}

/** Rejects when `work` is not done at `deadline` (ms since the epoch). */
async function within<T>(deadline: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController()
  const late = sleep(Math.max(0, deadline - Date.now()), undefined, { signal: stop.signal }).then((): never => {
    throw new Error('storing the event took too long')
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    stop.abort()
  }
}
