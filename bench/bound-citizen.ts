import type { ActionName, Input, Output } from '../miniprogram/shared/contract/actions'
import { ACTION_FACTS } from '../miniprogram/shared/contract/actions'
import { agreedToday } from '../miniprogram/shared/domain/consent'
import type { Reply } from '../miniprogram/shared/contract/reply'
import type { Cloud } from '../sandbox/cloud'
import type { OneNetwork } from '../sandbox/one-network'

/** Calls one action as a citizen; throws on a failure, so that a quick refusal is never a good time. */
export type CallAction = <A extends ActionName>(action: A, input: Input<A>) => Promise<Output<A>>

/** A fictional citizen of the sandbox, with the first personal account bound. @param id several may have bound it */
export async function boundCitizen(cloud: Cloud, provider: OneNetwork, id = 'bench'): Promise<CallAction> {
  const call: CallAction = async (action, input) => {
    const answer = await cloud.invoke(ACTION_FACTS[action].on, { action, input }, { openid: `sandbox-openid-${id}` })
    if (!answer.ok) throw new Error(`${action}: ${answer.errMsg}`)
    const reply = answer.result as Reply<Output<typeof action>>
    if (!reply.ok) throw new Error(`${action}: ${reply.error.code} ${reply.error.message ?? ''}`)
    return reply.data
  }
  const person = provider.accounts.find((a) => a.subjectType === 'person')
  const login = person?.logins[0]
  if (!person || !login) throw new Error('the sandbox has no personal account')
  await call('account.bind', {
    subjectType: 'person',
    account: login,
    password: person.password,
    agreed: agreedToday('privacy', 'agreement', 'sensitive'),
  })
  return call
}
