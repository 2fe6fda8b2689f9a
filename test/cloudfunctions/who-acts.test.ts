import {
  boundBinding,
  boundIdentity,
  loadAccount,
  requireAccount,
  requireIdentity,
} from '../../cloudfunctions/domain/account/identity'
import { bindingId, findBinding } from '../../cloudfunctions/stores/bindings'
import { databaseOf, sealerOf } from './support/database'
import { FREIGHT } from './support/freight'
import { answer, as, contextOf, owner, prepareOwner, stranger, system, unbound } from './support/owner'

prepareOwner()

describe('who acts', () => {
  test('the identity that became active last; its view is masked', async () => {
    await as('enterprise')
    expect(await loadAccount(contextOf(owner))).toMatchObject({
      view: {
        active: 'enterprise',
        identities: [
          { subjectType: 'enterprise', displayName: expect.not.stringContaining('*') as string, expired: false },
          { subjectType: 'person', displayName: expect.stringContaining('*') as string, expired: false },
        ],
      },
      active: { profile: { subjectType: 'enterprise' } },
    })
    await as('person')
    const { active, view } = await loadAccount(contextOf(owner))
    expect(view.active).toBe('person')
    const [person, enterprise] = view.identities
    expect(person?.maskedCertNo).toMatch(/^1\*+2$/)
    expect(person?.maskedPhone).toBe('130******02')
    expect(person).not.toHaveProperty('agentName')
    expect(enterprise?.maskedCertNo).not.toBe('')
    expect(enterprise?.maskedCertNo).not.toBe(FREIGHT.account)
    expect(enterprise?.agentName).toMatch(/\*/)
    expect(active).toMatchObject({ bindingId: bindingId(owner.openid, 'person'), openid: owner.openid })
    expect(await requireIdentity(contextOf(owner))).toEqual(active)
  })

  test('nobody: no binding, or one that does not open any more', async () => {
    expect(await loadAccount(contextOf(unbound))).toEqual({
      view: { active: null, identities: [] },
      active: undefined,
    })
    expect(await answer(requireAccount(contextOf(unbound)))).toBe('NOT_BOUND: no binding')
    expect(await answer(requireIdentity(contextOf(unbound)))).toBe('NOT_BOUND: no binding')
    const _id = bindingId(stranger.openid, 'person')
    const sealed = (await findBinding(_id))?.profile
    await databaseOf(system).update('bindings', { _id }, { profile: 'tampered' })
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
    const tampered = await answer(requireAccount(contextOf(stranger)))
    const lines = written.mock.calls.map(([line]) => String(line))
    written.mockRestore()
    expect(tampered).toBe('NOT_BOUND: no binding')
    expect(lines.join('')).toMatch(/"requestId":"access-test","event":"binding","code":"UNREADABLE","error":".+"/)
    await databaseOf(system).update('bindings', { _id }, { profile: sealed })
    expect(await answer(requireAccount(contextOf(stranger)))).toBe('allowed')
  })

  test('what the provider does not say about somebody is not shown, and not invented', async () => {
    const sealer = sealerOf(system)
    const { update } = databaseOf(system)
    const _id = bindingId(stranger.openid, 'person')
    const kept = (await findBinding(_id))?.profile
    const seen = async (profile: object) => {
      await update('bindings', { _id }, { profile: sealer.seal(profile, `${_id}/profile`) })
      return (await loadAccount(contextOf(stranger))).view.identities
    }
    const known = { userId: 'U-1', name: '祁远帆' }
    const [person] = await seen({ ...known, subjectType: 'person', agentName: '陆明棠' })
    expect(person).toMatchObject({ displayName: '祁*帆', maskedCertNo: '*', maskedPhone: '*' })
    expect(person).not.toHaveProperty('agentName')
    const [enterprise] = await seen({ ...known, subjectType: 'enterprise', uscc: FREIGHT.account })
    expect(enterprise).toMatchObject({ displayName: '祁远帆', maskedCertNo: '9****************B', maskedPhone: '*' })
    expect(enterprise).not.toHaveProperty('agentName')
    await update('bindings', { _id }, { profile: kept })
  })

  test('without the citizen only her own binding counts, while its login works', async () => {
    const { openid } = owner
    const { userId } = await requireIdentity(contextOf(owner))
    const whose = { openid, userId, subjectType: 'person' } as const
    expect(await boundBinding(whose)).toMatchObject({ _id: bindingId(openid, 'person') })
    expect(await boundIdentity(whose)).toMatchObject({ userId, profile: { name: '虞青禾' } })
    expect(await boundBinding({ ...whose, userId: 'U-other' })).toBeUndefined()
    expect(await boundIdentity({ ...whose, userId: 'U-other' })).toBeUndefined()
    expect(await boundBinding({ ...whose, openid: unbound.openid })).toBeUndefined()
    const { update } = databaseOf(system)
    await update('bindings', { _id: bindingId(openid, 'person') }, { expired: true })
    expect(await boundBinding(whose)).toBeUndefined()
    await update('bindings', { _id: bindingId(openid, 'person') }, { expired: false })
  })
})
