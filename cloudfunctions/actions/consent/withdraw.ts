import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { givenBy } from '../../domain/consent/consents'
import { withdrawConsent } from '../../stores/consents'

const input = v.object({ text: v.picklist(['sensitive']) })

/**
 * Takes a consent back, at once (个人信息保护法 article 15, 2021-11-01): nothing more is filled in or uploaded. What it allowed
 * before stays right. The other texts are taken back by unbinding.
 */
export const withdraw = defineAction('consent.withdraw', input, async ({ text }, context) => {
  await withdrawConsent(context.openid, text, context.now())
  return { given: await givenBy(context.openid) }
})
