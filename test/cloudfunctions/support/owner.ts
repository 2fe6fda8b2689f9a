import type { Context } from '../../../cloudfunctions/kernel/context'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { Trail } from '../../../cloudfunctions/kernel/trail'
import { functionEnvironment } from '../../../sandbox/environment'
import { startSystem, type System } from '../../support/system'
import { Citizen } from './citizen'
import { databaseOf } from './database'
import { FREIGHT } from './freight'
import { attach, NURSE, start } from './nurse'
import { askedCase, onlyRound } from './supplement'

/** Whose something is, asked in this very process: what the deployed functions ask before they do anything. */

export let system: System
/** A person and an enterprise, bound by one WeChat user. */
export let owner: Citizen
export let stranger: Citizen
export let unbound: Citizen
export const mine = { draft: '', attachment: '', supplement: '', enterpriseDraft: '' }

export const contextOf = ({ openid }: Citizen): Context => ({
  requestId: 'access-test',
  openid,
  now: Date.now,
  deadline: Date.now() + 60_000,
  trail: new Trail(),
})

/** The code that it is refused with, and what the log says; 'allowed' when it is not. */
export async function answer(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'allowed',
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : String(error)),
  )
}

export const as = (subjectType: 'person' | 'enterprise') => owner.call('account.switch', { subjectType })

/** What stands above is there from the first test on, and closed after the last. */
export function prepareOwner(): void {
  beforeAll(async () => {
    system = await startSystem({ rateLimits: false })
    Object.assign(process.env, functionEnvironment(system.provider))
    databaseOf(system)
    owner = new Citizen(system, 'access-owner')
    stranger = new Citizen(system, 'access-stranger')
    unbound = new Citizen(system, 'access-unbound')
    await stranger.bind('13000000103')
    await owner.bind(FREIGHT.account, 'enterprise')
    const { matterId, inPerson } = FREIGHT
    const freight = { matterId, optionIds: [...inPerson], startKey: 'access-freight' }
    mine.enterpriseDraft = (await owner.call('declaration.start', freight)).draftId
    await owner.bind(NURSE.account)
    mine.draft = (await start(owner, 'access-draft')).draftId
    mine.attachment = (await attach(owner, { draftId: mine.draft, materialId: 'CL12011600001405' })).attachmentId
    mine.supplement = (await onlyRound(owner, await askedCase(owner, 'access-case'))).supplementId
  }, 60_000)
  afterAll(() => system.close())
}
