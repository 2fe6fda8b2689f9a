import { type HttpAnswer, type HttpRequest } from '../../kernel/define-http'
import { config } from '../../kernel/config'
import { describeError, log } from '../../kernel/log'
import { ACK, checkPush, LARGEST_EVENT } from '../../one-network/callback'
import { type Ack, takeEvent } from '../../domain/news/take-event'

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
    const ack = await takeEvent(checked.nonce, checked.intact ? body : undefined, { requestId, deadline })
    noted(ack.code)
    return answer(ack)
  } catch (error) {
    noted('BUSY', { error: describeError(error) })
    return answer(ACK.busy)
  }
}
