import { ACTION_FACTS, type ActionName } from '../../../miniprogram/shared/contract/actions'
import { type Context } from '../../kernel/context'
import { admit } from '../limits/admit'
import { listBindings } from '../../stores/bindings'
import { consentNeeded, consentsToday, OF_LOGIN } from './consents'

/** Where a form's data and a citizen's papers come in. */
const FILLING = /^(declaration|attachment|table|supplement)\./
/** Changes that take nothing in: what is there is thrown away, or its outcome asked for. They work without a consent. */
const TAKES_NOTHING: readonly ActionName[] = [
  'declaration.discard',
  'declaration.outcome',
  'attachment.remove',
  'supplement.outcome',
  'supplement.removeFile',
]

/** Does an action take in what is sensitive? A new one that changes something there does, unless it is named above. */
export const takesSensitive = (action: ActionName): boolean =>
  FILLING.test(action) && ACTION_FACTS[action].audit === 'change' && !TAKES_NOTHING.includes(action)

/**
 * What every call passes before its action: the citizen's budget, and her own consent where sensitive data would come in
 * (个人信息保护法 article 29, 2021-11-01); first of all today's version of what she agreed to with her login. Not remembered, so that a withdrawal counts at once. Who has bound nothing is
 * left to the action: what she needs first is a login.
 */
export async function admitConsenting(action: ActionName, context: Pick<Context, 'openid' | 'now'>): Promise<void> {
  await admit(action, context)
  if (!takesSensitive(action)) return
  const [hasTexts, hasSensitive] = await Promise.all([
    consentsToday(context.openid, ...OF_LOGIN),
    consentsToday(context.openid, 'sensitive'),
  ])
  if ((hasTexts && hasSensitive) || (await listBindings(context.openid)).length === 0) return
  throw consentNeeded(...(hasTexts ? (['sensitive'] as const) : OF_LOGIN))
}
