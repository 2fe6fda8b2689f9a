import { requireArchive } from '../../cloudfunctions/domain/archive/access'
import { requireAttachment } from '../../cloudfunctions/domain/file-owner/access'
import {
  boundBinding,
  boundIdentity,
  loadAccount,
  requireAccount,
  requireIdentity,
} from '../../cloudfunctions/domain/account/identity'
import { requireDeclaration, requireEditable, staleVersion } from '../../cloudfunctions/domain/declaration/access'
import { isOverdue, requireAnswerable, requireSupplement } from '../../cloudfunctions/domain/supplement/access'
import { requireTable } from '../../cloudfunctions/domain/table/access'
import { type Context } from '../../cloudfunctions/kernel/context'
import { AppError } from '../../cloudfunctions/kernel/errors'
import { bindingId, findBinding } from '../../cloudfunctions/stores/bindings'
import { type DeclarationRow } from '../../cloudfunctions/stores/declarations'
import { type SupplementRow } from '../../cloudfunctions/stores/supplements'
import { insertTemporaryFile } from '../../cloudfunctions/stores/temporary-files'
import { functionEnvironment } from '../../sandbox/environment'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf, sealerOf } from './support/database'
import { FREIGHT } from './support/freight'
import { attach, NURSE, start } from './support/nurse'
import { askedCase, onlyRound } from './support/supplement'

/** Whose something is, asked in this very process: what the deployed functions ask before they do anything. */

let system: System
/** A person and an enterprise, bound by one WeChat user. */
let owner: Citizen
let stranger: Citizen
let unbound: Citizen
const mine = { draft: '', attachment: '', supplement: '', enterpriseDraft: '' }

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

const contextOf = ({ openid }: Citizen): Context => ({
  requestId: 'access-test',
  openid,
  now: Date.now,
  deadline: Date.now() + 60_000,
})

/** The code that it is refused with, and what the log says; 'allowed' when it is not. */
async function answer(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'allowed',
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : String(error)),
  )
}

const as = (subjectType: 'person' | 'enterprise') => owner.call('account.switch', { subjectType })

describe.each([
  [
    'declaration',
    (id: string, who: Citizen): Promise<unknown> => requireDeclaration(id, contextOf(who)),
    () => mine.draft,
  ],
  [
    'attachment',
    (id: string, who: Citizen): Promise<unknown> => requireAttachment(id, contextOf(who)),
    () => mine.attachment,
  ],
  [
    'supplement',
    (id: string, who: Citizen): Promise<unknown> => requireSupplement(id, contextOf(who)),
    () => mine.supplement,
  ],
  [
    'archive',
    (id: string, who: Citizen): Promise<unknown> => requireArchive(id, contextOf(who)),
    async (): Promise<string> => {
      const { active } = await requireAccount(contextOf(owner))
      const row = { openid: active.openid, userId: active.userId, draftId: '', cloudPath: '', materialId: '' }
      const file = { ...row, fieldId: '', createdAt: Date.now(), fileId: 'cloud://test/a.zip' } as const
      await insertTemporaryFile({ ...file, _id: 'access-archive', purpose: 'archive' })
      return 'access-archive'
    },
  ],
] as const)('%s', (what, require, idOf) => {
  const NOT_FOUND = `NOT_FOUND: ${what} not found`
  test('is the owner’s, under the identity that made it, and nobody else’s; all refusals look alike', async () => {
    await as('person')
    const id = await idOf()
    expect(await answer(require(id, owner))).toBe('allowed')
    expect(await answer(require(id, stranger))).toBe(NOT_FOUND)
    expect(await answer(require('0'.repeat(32), owner))).toBe(NOT_FOUND)
    expect(await answer(require(id, unbound))).toBe('NOT_BOUND: no binding')
    await as('enterprise')
    expect(await answer(require(id, owner))).toBe(NOT_FOUND)
    await as('person')
    expect(await answer(require(id, owner))).toBe('allowed')
  })
})

test('what is found is what was asked for', async () => {
  await as('person')
  const context = contextOf(owner)
  expect(await requireDeclaration(mine.draft, context)).toMatchObject({
    row: { _id: mine.draft },
    view: { active: 'person' },
    active: { openid: owner.openid },
  })
  expect(await requireAttachment(mine.attachment, context)).toMatchObject({
    file: { _id: mine.attachment },
    owner: { kind: 'declaration', row: { _id: mine.draft } },
    active: { openid: owner.openid },
  })
  expect(await requireSupplement(mine.supplement, context)).toMatchObject({
    row: { _id: mine.supplement },
    view: { active: 'person' },
    active: { openid: owner.openid },
  })
  expect(await requireArchive('access-archive', context)).toMatchObject({
    row: { _id: 'access-archive' },
    active: { openid: owner.openid },
  })
})

test('a draft that the provider has not opened yet is none; a file of a draft that is gone neither', async () => {
  await as('person')
  const { rows, add, update } = databaseOf(system)
  const [draft] = await rows('declarations', { _id: mine.draft })
  const [file] = await rows('attachments', { _id: mine.attachment })
  const [copy, copiedFile] = ['a'.repeat(32), 'b'.repeat(32)]
  await add('declarations', { ...draft, _id: copy, openKey: 'copy', startKey: 'copy', declareNo: '' })
  await add('attachments', { ...file, _id: copiedFile, draftId: copy })
  expect(await answer(requireDeclaration(copy, contextOf(owner)))).toMatch(/^NOT_FOUND/)
  expect(await answer(requireAttachment(copiedFile, contextOf(owner)))).toMatch(/^NOT_FOUND/)
  await update('declarations', { _id: copy }, { declareNo: 'SB1' })
  expect(await answer(requireAttachment(copiedFile, contextOf(owner)))).toBe('allowed')
})

test('a zip is one that was fetched and is stored, and no other file of the owner’s', async () => {
  await as('person')
  const { update } = databaseOf(system)
  const archive = () => answer(requireArchive('access-archive', contextOf(owner)))
  await update('temporary_files', { _id: 'access-archive' }, { purpose: 'print' })
  expect(await archive()).toMatch(/^NOT_FOUND/)
  await update('temporary_files', { _id: 'access-archive' }, { purpose: 'archive', fileId: '' })
  expect(await archive()).toMatch(/^NOT_FOUND/)
})

test('a table is a table of one’s own draft that may still be changed', async () => {
  await as('enterprise')
  const place = { draftId: mine.enterpriseDraft, materialId: FREIGHT.form, fieldId: 'drivers' }
  const asked = (change: object = {}, who = owner) => answer(requireTable({ ...place, ...change }, contextOf(who)))
  const found = await requireTable(place, contextOf(owner))
  expect(found).toMatchObject({ table: { id: 'drivers', type: 'table' }, row: { _id: mine.enterpriseDraft } })
  expect(await asked({ fieldId: 'ent_name' })).toBe('NOT_FOUND: table not found')
  expect(await asked({ fieldId: 'constructor' })).toMatch(/^NOT_FOUND/)
  expect(await asked({ materialId: 'CL-other' })).toMatch(/^NOT_FOUND/)
  expect(await asked({}, stranger)).toMatch(/^NOT_FOUND/)
  const { update } = databaseOf(system)
  await update('declarations', { _id: mine.enterpriseDraft }, { state: 'submitted' })
  expect(await asked()).toMatch(/^ALREADY_SUBMITTED/)
  await update('declarations', { _id: mine.enterpriseDraft }, { state: 'draft' })
  await as('person')
})

describe('what was sent is not changed any more', () => {
  const editable = (state: DeclarationRow['state']) => () => requireEditable({ state } as DeclarationRow)
  const NOW = Date.parse('2026-11-05T10:00:00+08:00')
  const answerable = (state: SupplementRow['state'], deadline?: string) => () =>
    requireAnswerable({ state, asked: { deadline } } as SupplementRow, NOW)
  const refusal = (run: () => void): unknown => {
    try {
      run()
      return 'allowed'
    } catch (error) {
      return error instanceof AppError
        ? { code: error.code, log: error.message, said: error.detail.userMessage }
        : error
    }
  }

  test('a declaration', () => {
    expect(refusal(editable('draft'))).toBe('allowed')
    const submitting = { code: 'OUTCOME_UNKNOWN', log: 'declaration is being submitted' }
    expect(refusal(editable('confirming'))).toMatchObject(submitting)
    const submitted = { code: 'ALREADY_SUBMITTED', log: 'declaration is submitted' }
    expect(refusal(editable('submitted'))).toMatchObject(submitted)
  })

  test('a round, nor after its deadline, to the second', () => {
    expect(refusal(answerable('open'))).toBe('allowed')
    expect(refusal(answerable('open', '2026-11-05T10:00:00+08:00'))).toBe('allowed')
    const overdue = refusal(answerable('open', '2026-11-05T09:59:59+08:00'))
    expect(overdue).toMatchObject({
      code: 'STATE_CHANGED',
      log: 'round is overdue',
      said: expect.stringContaining('截止时间已过') as string,
    })
    const submitting = { code: 'OUTCOME_UNKNOWN', log: 'round is being submitted' }
    expect(refusal(answerable('confirming'))).toMatchObject(submitting)
    const submitted = refusal(answerable('submitted'))
    expect(submitted).toMatchObject({
      code: 'ALREADY_SUBMITTED',
      log: 'round is submitted',
      said: expect.stringContaining('不需要再次提交') as string,
    })
    expect(isOverdue({ asked: {} } as SupplementRow, NOW)).toBe(false)
  })

  test('an older version is told the newest, beside the field that it is about', () => {
    expect(staleVersion(7)).toMatchObject({
      code: 'CONFLICT',
      message: 'call is based on an older version',
      detail: { fields: [{ field: 'version', message: '最新版本是 7' }] },
    })
    expect(staleVersion(7, 'baseVersion').detail.fields).toMatchObject([{ field: 'baseVersion' }])
  })
})

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
