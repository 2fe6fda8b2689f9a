import { randomId } from '../../../cloudfunctions/kernel/ids'
import { digestOf, signedHeaders } from '../../../cloudfunctions/one-network/signature'
import { Violation } from '../call'
import { type Operation } from '../contract'
import { textAt } from '../read'
import { check, type Row, type Run } from '../row'
import { isLoopback } from '../target'

/** Out of the window of 300 seconds (contract chapter 10). */
const LATE_MS = 400_000

interface Delivery {
  /** ms since the epoch, decimal. */
  readonly timestamp?: string
  readonly nonce?: string
  readonly secret?: string
}

/** Sends one event as the provider does; resolves with the code of the answer, which must fit the contract. */
async function deliver(
  { target }: Run,
  operation: Operation,
  event: object,
  { secret: other, ...delivery }: Delivery = {},
): Promise<string> {
  const { url = '', secret = '' } = target.callback ?? {}
  const address = new URL(url)
  const path = address.pathname === '/' ? operation.path : address.pathname
  const body = JSON.stringify(event)
  const bodyDigest = digestOf(target.signMethod, Buffer.from(body))
  const headers = {
    'content-type': 'application/json',
    ...signedHeaders({ ...target, appSecret: other ?? secret }, { path, bodyDigest, ...delivery }),
    'x-delivery-attempt': '1',
  }
  const signal = AbortSignal.timeout(operation.timeoutMs)
  const response = await fetch(address.origin + path, { method: 'POST', headers, body, signal })
  if (response.status !== 200) throw new Violation(`the callback answered HTTP ${response.status}`)
  const answer: unknown = await response.json()
  const complaint = operation.judge(answer)
  if (complaint !== '') throw new Violation(`the callback does not fit the contract: ${complaint}`)
  return textAt(answer, 'code')
}

/** #28 goes the other way: what is judged is our own callback. */
export const callbackRow = (operation: Operation): Row => ({
  no: 28,
  writes: true,
  skip: ({ target: { url, callback, noWrites } }) => {
    if (callback === undefined) return 'no --callback address to send the events to'
    // It says nothing about a provider elsewhere, whose run must not look like a full one.
    if (!isLoopback(url)) return 'the callback is judged beside the sandbox: give --callback without --url'
    return isLoopback(callback.url) ? '' : noWrites
  },
  async run(run) {
    const send = (event: object, delivery?: Delivery) => deliver(run, operation, event, delivery)
    // Each example of the contract, an event type that nobody knows among them; then all of them once more.
    for (const event of [...operation.examples, ...operation.examples]) {
      check((await send(event as object)) === '0', 'a signed event is not taken')
    }
    const event = operation.examples[0] as object
    const nonce = randomId()
    check((await send(event, { nonce })) === '0', 'a signed event is not taken')
    check((await send(event, { nonce })) === '1003', 'a replayed nonce is not refused with 1003')
    check((await send(event, { timestamp: String(Date.now() - LATE_MS) })) === '1002', 'an old timestamp is not 1002')
    check((await send(event, { secret: 'FICTIONAL wrong secret' })) === '1001', 'a wrong signature is not 1001')
  },
})
