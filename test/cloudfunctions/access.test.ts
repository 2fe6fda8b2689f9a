import { requireArchive } from '../../cloudfunctions/domain/archive/access'
import { requireAttachment } from '../../cloudfunctions/domain/file-owner/access'
import { requireAccount } from '../../cloudfunctions/domain/account/identity'
import { requireDeclaration, requireEditable, staleVersion } from '../../cloudfunctions/domain/declaration/access'
import { isOverdue, requireAnswerable, requireSupplement } from '../../cloudfunctions/domain/supplement/access'
import { requireTable } from '../../cloudfunctions/domain/table/access'
import { AppError } from '../../cloudfunctions/kernel/errors'
import type { DeclarationRow } from '../../cloudfunctions/stores/declarations'
import type { SupplementRow } from '../../cloudfunctions/stores/supplements'
import { insertTemporaryFile } from '../../cloudfunctions/stores/temporary-files'
import { type Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { FREIGHT } from './support/freight'
import { answer, as, contextOf, mine, owner, prepareOwner, stranger, system, unbound } from './support/owner'

prepareOwner()

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
